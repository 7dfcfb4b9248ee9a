package dev.jongleur.connector;

import dev.jongleur.error.DefinitionException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the URL form of settings (F-111): {@code redis://user:secret@host:6379/2?tls=true}. The
 * scheme names the connector; every query parameter is a setting, {@code a[b]=c} one within {@code
 * a}.
 */
final class UrlSettings {
  private final Map<String, Object> values = new LinkedHashMap<>();

  private UrlSettings() {}

  static boolean isUrl(String text) {
    return text.contains("://") && !text.startsWith("jdbc:");
  }

  /** The settings; a message never shows the URL, which may hold a secret. */
  static Map<String, Object> read(String url) {
    try {
      var settings = new UrlSettings();
      settings.read(new URI(url), url);
      return settings.values;
    } catch (URISyntaxException e) {
      throw new DefinitionException("The URL of a data source cannot be read: " + e.getReason());
    }
  }

  private void read(URI uri, String url) {
    parameters(uri.getRawQuery());
    values.put("connector", uri.getScheme());
    values.put("url", url);
    put(uri.getHost(), "host", "hostname");
    if (uri.getPort() >= 0) {
      values.put("port", uri.getPort());
    }
    user(uri.getRawUserInfo());
    String path = uri.getPath();
    if (path != null && path.length() > 1) {
      values.put("database", path.substring(1).split("/", 2)[0]);
    }
  }

  private void user(@Nullable String info) {
    if (info != null) {
      String[] parts = info.split(":", 2);
      put(decoded(parts[0]), "user", "username");
      if (parts.length > 1) {
        values.put("password", decoded(parts[1]));
      }
    }
  }

  private void put(@Nullable String value, String... names) {
    if (value != null) {
      for (String name : names) {
        values.put(name, value);
      }
    }
  }

  private void parameters(@Nullable String query) {
    if (query != null) {
      for (String part : query.split("&", -1)) {
        String[] pair = part.split("=", 2);
        if (!pair[0].isEmpty()) {
          nest(values, decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
        }
      }
    }
  }

  /** {@code a[b][c]} is a member of a member of a member. */
  private static void nest(Map<String, Object> into, String name, String value) {
    int open = name.indexOf('[');
    int close = name.indexOf(']', open);
    if (open <= 0 || close < 0) {
      into.put(name, value);
      return;
    }
    Map<String, Object> inner = new LinkedHashMap<>();
    if (into.get(name.substring(0, open)) instanceof Map<?, ?> there) {
      there.forEach((key, item) -> inner.put(String.valueOf(key), item));
    }
    nest(inner, name.substring(open + 1, close) + name.substring(close + 1), value);
    into.put(name.substring(0, open), inner);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
