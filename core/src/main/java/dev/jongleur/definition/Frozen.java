package dev.jongleur.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies of JSON-like values that nobody can change, so that definitions can be shared. */
final class Frozen {
  private Frozen() {}

  /** A map whose maps and lists are frozen too. */
  static <V> Map<String, V> map(Map<String, V> map) {
    return switch (map.size()) {
      case 0 -> Map.of();
      case 1 -> single(map.entrySet().iterator().next());
      default -> several(map);
    };
  }

  /** Most have nothing to say, or one thing: those cost no table. */
  private static <V> Map<String, V> single(Map.Entry<String, V> entry) {
    V value = entry.getValue();
    // JSON may hold nulls that the types do not tell of.
    return value == null
        ? Collections.singletonMap(entry.getKey(), value)
        : Map.of(entry.getKey(), same(value));
  }

  static Set<String> set(Set<String> set) {
    return set.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  private static <V> Map<String, V> several(Map<String, V> map) {
    var copy = new LinkedHashMap<String, V>();
    map.forEach((key, value) -> copy.put(key, same(value)));
    return Collections.unmodifiableMap(copy);
  }

  /** A value of the same kind: a map for a map, a list for a list, else itself. */
  @SuppressWarnings("unchecked")
  static <V> V same(V value) {
    return switch (value) {
      case Map<?, ?> map -> (V) any(map);
      case List<?> list -> (V) any(list);
      // JSON may hold nulls that the types do not tell of.
      case null, default -> value;
    };
  }

  private static Map<?, ?> any(Map<?, ?> map) {
    var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
    map.forEach((key, value) -> copy.put(key, value == null ? null : same(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static List<?> any(List<?> list) {
    var copy = new ArrayList<@Nullable Object>(list.size());
    list.forEach(value -> copy.add(value == null ? null : same(value)));
    return Collections.unmodifiableList(copy);
  }
}
