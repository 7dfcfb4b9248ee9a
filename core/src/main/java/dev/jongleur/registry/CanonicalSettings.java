package dev.jongleur.registry;

import dev.jongleur.connector.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All settings as one text that does not depend on their order; secrets only as keyed digests. Each
 * value is written with its kind and length, so that no two settings read the same.
 */
final class CanonicalSettings {
  private static final List<String> SECRET =
      List.of("password", "passwd", "pwd", "passphrase", "secret", "token", "credential", "key");

  private CanonicalSettings() {}

  static String text(Settings settings, SecretDigest secrets) {
    var text = new StringBuilder();
    write(text, settings.values(), secrets);
    return text.toString();
  }

  private static void write(StringBuilder text, Map<?, ?> map, SecretDigest secrets) {
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    text.append('{');
    for (var entry : sorted.entrySet()) {
      String key = entry.getKey();
      Object value = entry.getValue();
      part(text, key);
      if (isSecret(key)) {
        part(text, secrets.keyed(String.valueOf(value)));
      } else {
        value(text, key, value, secrets);
      }
    }
    text.append('}');
  }

  private static void value(
      StringBuilder text, String key, @Nullable Object value, SecretDigest secrets) {
    switch (value) {
      case Map<?, ?> nested -> write(text, nested, secrets);
      case List<?> list -> {
        text.append('[');
        list.forEach(item -> value(text, key, item, secrets));
        text.append(']');
      }
      case null -> text.append("null;");
      case Number number -> part(text.append('n'), number.toString());
      case Boolean flag -> part(text.append('b'), flag.toString());
      // A URL may carry a password; it is never kept in the open.
      default -> part(text, key.equals("url") ? secrets.keyed(value.toString()) : value.toString());
    }
  }

  private static void part(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value).append(';');
  }

  private static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return SECRET.stream().anyMatch(lower::contains);
  }
}
