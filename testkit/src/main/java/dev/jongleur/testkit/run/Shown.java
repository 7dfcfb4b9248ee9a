package dev.jongleur.testkit.run;

import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came, in the form in which outcomes are written: entities as their JSON. */
final class Shown {
  private Shown() {}

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Nothing nothing -> null;
      case Optional<?> found -> of(found.orElse(null));
      case Entity entity -> map(entity.toJson());
      case Map<?, ?> map -> map(map);
      case List<?> list -> list(list);
      case GeoPoint point -> place(point);
      case DateText text -> text.when();
      case Unreadable unreadable -> null;
      case Double number when number.isNaN() -> null;
      default -> value;
    };
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) {
    var shown = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> shown.put(String.valueOf(key), of(value)));
    return shown;
  }

  private static List<@Nullable Object> list(List<?> list) {
    var shown = new ArrayList<@Nullable Object>(list.size());
    list.forEach(item -> shown.add(of(item)));
    return shown;
  }

  private static Map<String, @Nullable Object> place(GeoPoint point) {
    var shown = new LinkedHashMap<String, @Nullable Object>();
    shown.put("lat", point.lat());
    shown.put("lng", point.lng());
    return shown;
  }
}
