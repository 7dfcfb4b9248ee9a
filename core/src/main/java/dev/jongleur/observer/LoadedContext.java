package dev.jongleur.observer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came from the store. What is changed here is what the caller sees: always after reading and
 * replacing, after creating and patching where the model says {@code updateOnLoad} (F-366).
 */
public record LoadedContext(HookContext context) implements HookView {
  /**
   * The rows that came, each with a context of its own: this one alone, unless {@code createAll}
   * stored several at once (F-354). Then {@link #set} is for all of them, and {@link #data()} and
   * {@link #get} are the items' only.
   */
  public List<LoadedContext> items() {
    return context.items().stream().map(LoadedContext::new).toList();
  }

  public Map<String, @Nullable Object> data() {
    return context.data().orElseGet(LinkedHashMap::new);
  }

  public LoadedContext data(Map<String, ? extends @Nullable Object> other) {
    var _ = context.data(other);
    return this;
  }

  /** Whether it was just made; empty where the store does not tell. */
  public Optional<Boolean> isNewInstance() {
    return context.isNewInstance();
  }

  public @Nullable Object get(String property) {
    return context.get(property);
  }

  public LoadedContext set(String property, @Nullable Object value) {
    var _ = context.set(property, value);
    return this;
  }
}
