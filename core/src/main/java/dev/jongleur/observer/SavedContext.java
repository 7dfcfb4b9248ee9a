package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was stored: a whole entity, or values and the rows that have them now. */
public record SavedContext(HookContext context) implements HookView {

  /** The whole entity, of an operation that stores one. */
  public Optional<Entity> instance() {
    return context.instance();
  }

  /** Returns this one to the caller instead. */
  public SavedContext instance(Entity other) {
    var _ = context.instance(other);
    return this;
  }

  /** The values that were set, of an operation that changes rows in part. */
  public Optional<Map<String, @Nullable Object>> data() {
    return context.data();
  }

  /** The rows on which they were set. */
  public Optional<Where> where() {
    return context.where();
  }

  /** How many rows these were. */
  public Optional<Long> count() {
    return context.count();
  }

  /** Whether a row was made; empty where the store does not tell. */
  public Optional<Boolean> isNewInstance() {
    return context.isNewInstance();
  }

  /**
   * The rows as they were before the change, none where one was made; for who observes {@link
   * Hook.Of#withPrevious()}.
   *
   * @throws dev.jongleur.error.MisuseException when nobody does
   */
  public List<Entity> previous() {
    return context.previous();
  }
}
