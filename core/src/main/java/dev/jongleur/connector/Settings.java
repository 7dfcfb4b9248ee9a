package dev.jongleur.connector;

import dev.jongleur.error.DefinitionException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a data source is made from: the connector's name and its options (F-118). Immutable; its
 * text never shows a secret.
 */
public final class Settings {
  private static final String CONNECTOR = "connector";
  private static final String ADAPTER = "adapter";

  private final Map<String, Object> values;

  private Settings(Map<String, ?> values) {
    var frozen = new TreeMap<String, Object>();
    values.forEach((key, value) -> frozen.put(key, frozen(value)));
    this.values = Collections.unmodifiableMap(frozen);
  }

  /**
   * From a connector's name, {@code memory}; a JDBC URL; or another URL, whose scheme is the name
   * (F-111): {@code redis://user:secret@host/2?tls=true}.
   *
   * @throws DefinitionException when a URL cannot be read
   */
  public static Settings of(String connectorOrUrl) {
    if (UrlSettings.isUrl(connectorOrUrl)) {
      return new Settings(UrlSettings.read(connectorOrUrl));
    }
    return connectorOrUrl.startsWith("jdbc:")
        ? new Settings(Map.of(CONNECTOR, scheme(connectorOrUrl), "url", connectorOrUrl))
        : new Settings(Map.of(CONNECTOR, connectorOrUrl));
  }

  /**
   * From an entry of LoopBack's {@code datasources.json}; {@code adapter} is another name of its
   * connector (F-117).
   *
   * @throws DefinitionException when it names no connector
   */
  public static Settings of(Map<String, ?> values) {
    if (!(values.get(CONNECTOR) instanceof String)
        && values.get("url") instanceof String url
        && url.startsWith("jdbc:")) {
      return new Settings(values).with(CONNECTOR, scheme(url));
    }
    if (!(values.get(CONNECTOR) instanceof String) && values.get(ADAPTER) instanceof String name) {
      var named = new LinkedHashMap<String, Object>(values);
      named.remove(ADAPTER);
      named.put(CONNECTOR, name);
      return of(named);
    }
    if (!(values.get(CONNECTOR) instanceof String)) {
      throw new DefinitionException("The settings of a data source name its connector.");
    }
    var known = new TreeMap<String, Object>();
    values.forEach((key, value) -> {
      if (value != null) {
        known.put(key, value);
      }
    });
    return new Settings(known);
  }

  public Settings with(String key, Object value) {
    var more = new TreeMap<>(values);
    more.put(key, value);
    return new Settings(more);
  }

  public Settings isolation(Isolation isolation) {
    return with("isolation", isolation.name());
  }

  /** The most connections to the database server, shared by all its tenants. */
  public Settings connections(int most) {
    return with("connections", most);
  }

  /** The connector's name, in lower case. */
  public String connector() {
    return String.valueOf(values.get(CONNECTOR)).toLowerCase(Locale.ROOT);
  }

  public Isolation isolation() {
    return text("isolation").map(Isolation::valueOf).orElse(Isolation.DATABASE_PER_TENANT);
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(String::valueOf);
  }

  public Optional<Boolean> flag(String key) {
    return values.get(key) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /**
   * A whole number.
   *
   * @throws DefinitionException when it is given and is none
   */
  public Optional<Integer> number(String key) {
    return text(key).map(text -> parse(key, text));
  }

  /** All values, secrets too: not for showing. */
  public Map<String, Object> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The connector and the names of the settings; no value, since any may be secret. */
  @Override
  public String toString() {
    return connector() + values.keySet();
  }

  private static Object frozen(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, item) -> copy.put(key, frozen(item)));
        yield Collections.unmodifiableMap(copy);
      }
      case List<?> list -> list.stream().<Object>map(Settings::frozen).toList();
      // JSON may hold nulls that the types do not tell of.
      case null, default -> value;
    };
  }

  private static int parse(String key, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new DefinitionException("The setting \"" + key + "\" is a whole number.");
    }
  }

  private static String scheme(String url) {
    int end = url.indexOf(':', 5);
    return end < 0 ? url.substring(5) : url.substring(5, end);
  }
}
