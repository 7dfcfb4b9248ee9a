package dev.jongleur.testkit.run;

import dev.jongleur.Model;
import dev.jongleur.entity.Binary;
import dev.jongleur.query.Regexp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tagged values of outcomes: {@code {"$any": "uuid"}} and the like. */
final class Wanted {
  private static final Set<String> TAGS =
      Set.of("$date", "$binary", "$regexp", "$model", "$absent");
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private Wanted() {}

  static boolean isTagged(@Nullable Object expected) {
    return expected instanceof Map<?, ?> map
        && (map.containsKey("$any")
            || map.size() == 1 && TAGS.contains(map.keySet().iterator().next()));
  }

  static boolean isAbsent(@Nullable Object expected) {
    return expected instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("$absent");
  }

  static boolean holds(Map<?, ?> expected, @Nullable Object actual) {
    String tag =
        expected.containsKey("$any") ? "$any" : Raw.text(expected.keySet().iterator().next());
    String wanted = Raw.text(expected.get(tag));
    return switch (tag) {
      case "$absent" -> actual == null;
      case "$date" ->
          actual instanceof Instant at && at.toEpochMilli() == Instant.parse(wanted).toEpochMilli();
      case "$binary" -> actual instanceof Binary binary && binary.base64().equals(wanted);
      case "$regexp" ->
          actual instanceof Regexp regexp
              && wanted.equals("/" + regexp.pattern() + "/" + regexp.flags());
      case "$model" -> actual instanceof Model model && model.name().equals(wanted);
      default -> any(wanted, expected, actual);
    };
  }

  private static boolean any(String kind, Map<?, ?> expected, @Nullable Object actual) {
    return switch (kind) {
      case "date" -> actual instanceof Instant;
      case "string" -> actual instanceof String;
      case "uuid" -> actual instanceof String text && text.matches(UUID);
      case "nanoid" -> actual instanceof String text && text.matches("[A-Za-z0-9_-]{9}");
      case "number" -> actual instanceof Number number && within(expected, number.doubleValue());
      default -> throw new IllegalStateException("unknown kind of any value: " + kind);
    };
  }

  private static boolean within(Map<?, ?> expected, double number) {
    return !(expected.get("min") instanceof Number min && number < min.doubleValue())
        && !(expected.get("max") instanceof Number max && number > max.doubleValue());
  }
}
