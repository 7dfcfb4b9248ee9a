package dev.jongleur.observer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came from the store. What is changed here is what the caller sees: always after reading and
 * replacing, after creating and patching where the model says {@code updateOnLoad} (F-366).
 */
public record LoadedContext(HookContext context) implements HookView {

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
