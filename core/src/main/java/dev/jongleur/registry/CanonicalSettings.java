package dev.jongleur.registry;

import dev.jongleur.connector.Settings;
import java.math.BigDecimal;
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
      case Number number -> part(text.append('n'), plain(number));
      case Boolean flag -> part(text.append('b'), flag.toString());
      default -> part(text, open(value.toString(), secrets));
    }
  }

  /** One and 1.0 are one number, whatever type they have. */
  private static String plain(Number number) {
    try {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return number.toString();
    }
  }

  /** A URL may carry a password among its parts; then it is never kept in the open. */
  private static String open(String value, SecretDigest secrets) {
    boolean isUrl = value.contains(":");
    boolean hasParts = value.chars().anyMatch(c -> "@?&;".indexOf(c) >= 0);
    return isUrl && (hasParts || isSecret(value)) ? secrets.keyed(value) : value;
  }

  private static void part(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value).append(';');
  }

  private static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return SECRET.stream().anyMatch(lower::contains);
  }
}
