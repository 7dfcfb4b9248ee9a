package dev.jongleur.testkit.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that was written for this runner: what is not of the kind asked for is empty. */
public final class Raw {
  private Raw() {}

  public static Map<String, @Nullable Object> map(@Nullable Object raw) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    if (raw instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  public static List<@Nullable Object> list(@Nullable Object raw) {
    return raw instanceof List<?> list ? new ArrayList<@Nullable Object>(list) : new ArrayList<>();
  }

  public static List<Map<String, @Nullable Object>> maps(@Nullable Object raw) {
    return list(raw).stream().map(Raw::map).toList();
  }

  public static String text(@Nullable Object raw) {
    return raw == null ? "" : raw.toString();
  }
}
