package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be validated and stored (F-353 to F-363): a whole entity, or values and the rows
 * that they are for.
 */
public record SaveContext(HookContext context) implements HookView {

  /** The whole entity, of an operation that stores one. */
  public Optional<Entity> instance() {
    return context.instance();
  }

  public SaveContext instance(Entity other) {
    var _ = context.instance(other);
    return this;
  }

  /** The values to set, of an operation that changes rows in part. */
  public Optional<Map<String, @Nullable Object>> data() {
    return context.data();
  }

  public SaveContext data(Map<String, ? extends @Nullable Object> other) {
    var _ = context.data(other);
    return this;
  }

  /** The rows to set them on. */
  public Optional<Where> where() {
    return context.where();
  }

  public SaveContext where(Where other) {
    var _ = context.where(other);
    return this;
  }

  /** The entity as the caller had it, of a patch. */
  public Optional<Entity> currentInstance() {
    return context.currentInstance();
  }

  /** Whether a row is made; empty where that is not known before. */
  public Optional<Boolean> isNewInstance() {
    return context.isNewInstance();
  }

  /** A value of the instance if there is one, else of the data. */
  public @Nullable Object get(String property) {
    return context.get(property);
  }

  /** Sets a value on the instance if there is one, else in the data. */
  public SaveContext set(String property, @Nullable Object value) {
    var _ = context.set(property, value);
    return this;
  }

  /**
   * The rows as they are in the store, for who observes {@link Hook.Of#withPrevious()}.
   *
   * @throws dev.jongleur.error.MisuseException when nobody does
   */
  public List<Entity> previous() {
    return context.previous();
  }
}
