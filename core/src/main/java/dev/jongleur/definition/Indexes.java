package dev.jongleur.definition;

import dev.jongleur.definition.Index.Kind;
import dev.jongleur.definition.Index.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indexes of a model from where LoopBack has them: the attribute {@code index} of a
 * property, and the setting {@code indexes} in its forms: keys by name with 1 or -1, a list of
 * keys, or columns in one text.
 */
final class Indexes {
  static final String SETTING = "indexes";
  static final String HASH = "hash";

  private Indexes() {}

  /** Those of properties first; the settings may say more of one under its name. */
  static List<Index> of(List<Property> properties, ModelSettings settings) {
    var byName = new LinkedHashMap<String, Index>();
    for (Property property : properties) {
      if (property.isIndexed()) {
        Index index = ofProperty(property);
        byName.put(index.name(), index);
      }
    }
    named(settings).forEach((name, raw) -> byName.put(name, read(name, raw)));
    byName.values().removeIf(index -> index.keys().isEmpty());
    return List.copyOf(byName.values());
  }

  /** The settings with one more index. */
  static ModelSettings with(ModelSettings settings, Index index) {
    var more = new LinkedHashMap<String, Object>();
    named(settings).forEach(more::put);
    more.put(index.name(), raw(index));
    return settings.with(SETTING, more);
  }

  private static Map<String, Object> raw(Index index) {
    var keys = new LinkedHashMap<String, Object>();
    index.keys().forEach(key -> keys.put(key.path(), key.descending() ? -1 : 1));
    var raw = new LinkedHashMap<String, Object>(Map.of("keys", keys));
    if (index.unique()) {
      raw.put("options", Map.of("unique", true));
    }
    if (index.isHash()) {
      raw.put("type", HASH);
    }
    return raw;
  }

  private static Index ofProperty(Property property) {
    String name = property.name();
    Object spec = property.attributes().get("index");
    return new Index(
        name + "_index", List.of(new Part(name, false)), property.isUnique(), kind(spec));
  }

  private static Map<String, Object> named(ModelSettings settings) {
    var byName = new LinkedHashMap<String, Object>();
    if (settings.others().get(SETTING) instanceof Map<?, ?> all) {
      all.forEach((name, raw) -> byName.put(String.valueOf(name), raw));
    }
    return byName;
  }

  private static Index read(String name, @Nullable Object raw) {
    if (!(raw instanceof Map<?, ?> spec)) {
      return new Index(name, List.of(), false);
    }
    Object keys = spec.containsKey("keys") ? spec.get("keys") : spec.get("columns");
    List<Part> parts = keys == null ? shorthand(spec) : keys(keys);
    return new Index(name, parts, isUnique(spec), kind(spec));
  }

  /** Keys by name beside the options. */
  private static List<Part> shorthand(Map<?, ?> spec) {
    var keys = new LinkedHashMap<Object, @Nullable Object>(spec);
    keys.keySet().removeAll(List.of("options", "unique", "kind", "type"));
    return keys(keys);
  }

  private static List<Part> keys(Object raw) {
    var keys = new ArrayList<Part>();
    switch (raw) {
      case Map<?, ?> map ->
          map.forEach((name, direction) -> keys.add(key(String.valueOf(name), direction)));
      case List<?> list -> list.forEach(name -> keys.add(new Part(String.valueOf(name), false)));
      default -> {
        for (String name : raw.toString().split(",", -1)) {
          keys.add(new Part(name.strip(), false));
        }
      }
    }
    keys.removeIf(key -> key.path().isEmpty());
    return keys;
  }

  private static Part key(String name, @Nullable Object direction) {
    return new Part(name, direction instanceof Number number && number.doubleValue() < 0);
  }

  /** As the SQL connectors of LoopBack have it: {@code type} is the name of a method. */
  private static Kind kind(@Nullable Object spec) {
    boolean isHash =
        spec instanceof Map<?, ?> map
            && map.get("type") instanceof String type
            && type.equalsIgnoreCase(HASH);
    return isHash ? Kind.HASH : Kind.ORDERED;
  }

  static boolean isUnique(@Nullable Object spec) {
    return spec instanceof Map<?, ?> map
        && (Boolean.TRUE.equals(map.get("unique"))
            || map.get("kind") instanceof String kind && kind.equalsIgnoreCase("unique")
            || isUnique(map.get("options")));
  }
}
