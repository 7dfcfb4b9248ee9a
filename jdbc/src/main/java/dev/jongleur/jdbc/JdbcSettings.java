package dev.jongleur.jdbc;

import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Embedding;
import dev.jongleur.jdbc.pool.Access;
import dev.jongleur.jdbc.pool.AtUrl;
import dev.jongleur.jdbc.pool.InDirectory;
import dev.jongleur.jdbc.pool.InMemory;
import dev.jongleur.jdbc.pool.Limits;
import dev.jongleur.jdbc.pool.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a data source's settings say, checked. No value but a name ever gets into a message. */
record JdbcSettings(Access access, Place place, Limits limits, Isolation isolation) {
  static final int CONNECTIONS = 20;
  static final int IDLE_SECONDS = 60;
  static final int WAIT_MILLIS = 5000;
  static final String USER = "sa";
  static final String PASSWORD = "";

  /** Where the database is, at most one of them. */
  private static final List<String> PLACES = List.of("url", "file", "directory");

  static JdbcSettings of(Dialect dialect, Settings settings) {
    var access =
        new Access(
            dialect,
            settings.text("user").orElse(USER),
            settings.text("password").orElse(PASSWORD));
    Limits limits = limits(settings);
    return new JdbcSettings(access, place(access, settings, limits), limits, isolation(settings));
  }

  /** Whether the data is outside the connector, so that several may share it. */
  static boolean namesPlace(Settings settings) {
    return PLACES.stream().anyMatch(key -> settings.text(key).isPresent());
  }

  /** Whether tenants have data of their own here. */
  boolean hasPartitions() {
    return isolation == Isolation.SCHEMA_PER_TENANT || place.hasMany();
  }

  private static Limits limits(Settings settings) {
    return new Limits(
        positive(settings, "connections", CONNECTIONS),
        positive(settings, "databases", Share.ofThisProcess().databases()),
        Duration.ofSeconds(positive(settings, "idle", IDLE_SECONDS)),
        Duration.ofMillis(positive(settings, "wait", WAIT_MILLIS)));
  }

  private static int positive(Settings settings, String key, int otherwise) {
    int number = settings.number(key).orElse(otherwise);
    if (number < 1) {
      throw new DefinitionException("The setting \"" + key + "\" is a whole number from 1.");
    }
    return number;
  }

  private static Isolation isolation(Settings settings) {
    try {
      return settings.isolation();
    } catch (IllegalArgumentException e) {
      throw new DefinitionException(
          "The setting \"isolation\" is DATABASE_PER_TENANT or SCHEMA_PER_TENANT.");
    }
  }

  private static Place place(Access access, Settings settings, Limits limits) {
    List<String> given = PLACES.stream().filter(key -> settings.text(key).isPresent()).toList();
    if (given.size() > 1) {
      throw new DefinitionException(
          "The settings \"" + String.join("\" and \"", given) + "\" exclude each other.");
    }
    return given.isEmpty()
        ? new InMemory(access, embedding(access.dialect()))
        : place(access, given.getFirst(), settings.text(given.getFirst()).orElseThrow(), limits);
  }

  private static Place place(Access access, String key, String value, Limits limits) {
    return switch (key) {
      case "url" -> {
        boolean durable = !value.startsWith("jdbc:h2:mem:");
        yield new AtUrl(access, access.dialect().url(value), durable, "The database at the url");
      }
      case "directory" ->
          new InDirectory(
              path(key, value),
              embedding(access.dialect()),
              Share.ofThisProcess().pages(limits.databases()));
      default -> {
        Path file = path(key, value);
        String url = embedding(access.dialect()).file(file);
        yield new AtUrl(access, url, true, "The database in the file \"" + file + "\"");
      }
    };
  }

  private static Path path(String key, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new DefinitionException("The setting \"" + key + "\" is a path.");
    }
  }

  private static Embedding embedding(Dialect dialect) {
    return dialect
        .embedding()
        .orElseThrow(() -> new DefinitionException("The setting \"url\" is missing."));
  }
}
