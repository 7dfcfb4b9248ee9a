package dev.jongleur.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads LoopBack's forms of an include (F-303): all keys of a map count (F-305). */
final class IncludeReader {
  private IncludeReader() {}

  static List<Include> include(@Nullable Object raw) {
    return switch (raw) {
      case String name -> List.of(Include.of(name));
      case List<?> list -> list.stream().flatMap(item -> include(item).stream()).toList();
      case Map<?, ?> map when map.containsKey("relation") -> List.of(scoped(map, "relation"));
      case Map<?, ?> map when map.containsKey("rel") -> List.of(scoped(map, "rel"));
      case Map<?, ?> map -> each(map);
      case null, default -> List.of();
    };
  }

  private static Include scoped(Map<?, ?> map, String key) {
    return new Include(String.valueOf(map.get(key)), FilterReader.filter(map.get("scope")));
  }

  private static List<Include> each(Map<?, ?> map) {
    var all = new ArrayList<Include>();
    map.forEach((relation, nested) ->
        all.add(new Include(String.valueOf(relation), Filter.all().withInclude(include(nested)))));
    return all;
  }
}
