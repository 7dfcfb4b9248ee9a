package dev.jongleur.json;

import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Typed values as the plain JSON values that stand for them in REST answers. */
final class JsonTree {
  /** Beyond it JavaScript cannot tell a number from the next (2^53). */
  private static final long SAFE = 1L << 53;

  private JsonTree() {}

  /** A scalar becomes what it is printed as; everything else is left as it is. */
  static Object of(Object value) {
    return switch (value) {
      case Instant instant -> Values.iso(instant);
      case DateText text -> text.when();
      case LocalDate day -> day.toString();
      case UUID uuid -> uuid.toString();
      case BigDecimal exact -> exact.toPlainString();
      case Long whole when Math.abs(whole) > SAFE || whole == Long.MIN_VALUE -> whole.toString();
      case GeoPoint point -> place(point);
      case Binary binary -> buffer(binary.bytes());
      case byte[] bytes -> buffer(bytes);
      default -> value;
    };
  }

  private static Map<String, Object> place(GeoPoint point) {
    var map = new LinkedHashMap<String, Object>();
    map.put("lat", point.lat());
    map.put("lng", point.lng());
    return map;
  }

  /** As Node prints a Buffer. */
  private static Map<String, Object> buffer(byte[] bytes) {
    List<Object> numbers = new ArrayList<>(bytes.length);
    for (byte item : bytes) {
      numbers.add(Byte.toUnsignedInt(item));
    }
    var map = new LinkedHashMap<String, Object>();
    map.put("type", "Buffer");
    map.put("data", numbers);
    return map;
  }
}
