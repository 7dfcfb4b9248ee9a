package dev.jongleur.testkit.run;

import dev.jongleur.entity.Binary;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import dev.jongleur.query.Regexp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the tagged values of FORMAT section 4 into the product's own. */
final class Tagged {
  private static final Set<String> TAGS =
      Set.of("$date", "$binary", "$regexp", "$geo", "$ref", "$nest", "$undefined");

  private final Names names;

  Tagged(Names names) {
    this.names = names;
  }

  @Nullable Object decode(@Nullable Object raw) {
    return switch (raw) {
      case Map<?, ?> map when isTagged(map) -> tagged(map);
      case Map<?, ?> map -> object(map);
      case List<?> list -> items(list);
      case null, default -> raw;
    };
  }

  List<@Nullable Object> decodeAll(List<?> list) {
    return items(list);
  }

  /** Whether its only key is a tag; other keys may start with a dollar sign too. */
  private static boolean isTagged(Map<?, ?> map) {
    return map.size() == 1 && TAGS.contains(map.keySet().iterator().next());
  }

  private @Nullable Object tagged(Map<?, ?> map) {
    String tag = String.valueOf(map.keySet().iterator().next());
    Object value = map.get(tag);
    return switch (tag) {
      case "$date" -> Instant.parse(Raw.text(value));
      case "$binary" -> Binary.of(Base64.getDecoder().decode(Raw.text(value)));
      case "$regexp" -> Regexp.of(Raw.text(value));
      case "$geo" -> GeoPoint.read(Raw.map(value));
      case "$ref" -> names.resolve(Raw.text(value));
      case "$nest" -> nest(Raw.map(value));
      default -> Nothing.UNDEFINED;
    };
  }

  private Object nest(Map<String, @Nullable Object> nest) {
    int depth = ((Number) Objects.requireNonNull(nest.get("depth"))).intValue();
    Object value = decode(nest.get("leaf"));
    for (int i = 0; i < depth; i++) {
      value =
          switch (Raw.text(nest.get("wrap"))) {
            case "key" -> one("n", value);
            case String wrap -> one(wrap, List.of(Objects.requireNonNull(value)));
          };
    }
    return Objects.requireNonNull(value);
  }

  private static Map<String, @Nullable Object> one(String key, @Nullable Object value) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put(key, value);
    return map;
  }

  private Map<String, @Nullable Object> object(Map<?, ?> map) {
    var decoded = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> decoded.put(String.valueOf(key), decode(value)));
    return decoded;
  }

  private List<@Nullable Object> items(List<?> list) {
    var decoded = new ArrayList<@Nullable Object>();
    list.forEach(item -> decoded.add(decode(item)));
    return decoded;
  }
}
