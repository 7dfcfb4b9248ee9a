package dev.jongleur.jdbc;

import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.jdbc.dialect.Dialect;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * Settings with everything said that is meant when it is left out, and each said in one form. But
 * how many databases are open when that is left out depends on the heap: an identity does not.
 */
final class CanonicalJdbc {
  private CanonicalJdbc() {}

  static Settings of(Dialect dialect, Settings settings) {
    Settings all = settings;
    all = text(all, "user", JdbcSettings.USER);
    all = text(all, "password", JdbcSettings.PASSWORD);
    all = text(all, "isolation", Isolation.DATABASE_PER_TENANT.name());
    all = number(all, "connections", JdbcSettings.CONNECTIONS);
    all = number(all, "databases");
    all = number(all, "idle", JdbcSettings.IDLE_SECONDS);
    all = number(all, "wait", JdbcSettings.WAIT_MILLIS);
    all = path(all, "file");
    all = path(all, "directory");
    return url(all, dialect);
  }

  private static Settings text(Settings settings, String key, String otherwise) {
    return settings.with(key, settings.text(key).orElse(otherwise));
  }

  /** As it is when it is no number; then opening refuses it. */
  private static Settings number(Settings settings, String key) {
    try {
      return settings.number(key).map(number -> settings.with(key, number)).orElse(settings);
    } catch (DefinitionException e) {
      return settings;
    }
  }

  private static Settings number(Settings settings, String key, int otherwise) {
    return settings.values().containsKey(key)
        ? number(settings, key)
        : settings.with(key, otherwise);
  }

  private static Settings path(Settings settings, String key) {
    return settings.text(key).map(path -> settings.with(key, absolute(path))).orElse(settings);
  }

  private static String absolute(String path) {
    try {
      return Path.of(path).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return path;
    }
  }

  /** A URL that says no more than a file is that file. */
  private static Settings url(Settings settings, Dialect dialect) {
    String url = settings.text("url").map(dialect::canonical).orElse("");
    if (url.isEmpty()) {
      return settings;
    }
    return dialect
        .onlyFile(url)
        .map(file -> instead(settings, file))
        .orElseGet(() -> settings.with("url", url));
  }

  private static Settings instead(Settings settings, String file) {
    var values = new TreeMap<>(settings.values());
    values.remove("url");
    values.putIfAbsent("file", file);
    return Settings.of(values);
  }
}
