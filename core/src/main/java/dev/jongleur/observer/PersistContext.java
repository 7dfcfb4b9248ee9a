package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored in a moment. What is changed here is stored, and not seen by the caller (F-366).
 */
public record PersistContext(HookContext context) implements HookView {
  /**
   * The rows about to be stored, each with a context of its own: this one alone, unless {@code
   * createAll} stores several at once (F-354). Then {@link #set} is for all of them, and {@link
   * #data()} and {@link #get} are the items' only.
   */
  public List<PersistContext> items() {
    return context.items().stream().map(PersistContext::new).toList();
  }

  /** The values to be stored; what is taken out of them is not. */
  public Map<String, @Nullable Object> data() {
    return context.data().orElseGet(LinkedHashMap::new);
  }

  public PersistContext data(Map<String, ? extends @Nullable Object> other) {
    var _ = context.data(other);
    return this;
  }

  /** The rows that change, of an operation that changes some. */
  public Optional<Where> where() {
    return context.where();
  }

  /** The entity whose values these are, where there is a whole one. */
  public Optional<Entity> currentInstance() {
    return context.currentInstance();
  }

  /** Whether a row is made; empty where that is not known before. */
  public Optional<Boolean> isNewInstance() {
    return context.isNewInstance();
  }

  public @Nullable Object get(String property) {
    return context.get(property);
  }

  public PersistContext set(String property, @Nullable Object value) {
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
