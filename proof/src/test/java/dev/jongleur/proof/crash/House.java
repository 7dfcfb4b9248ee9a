package dev.jongleur.proof.crash;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two owners with durable rows of the same models in one directory. Closed by who opens it. */
public final class House implements AutoCloseable {
  public static final List<String> NAMES = List.of("acme", "globex");

  private final Kind kind;
  private final Path directory;
  private final Settings settings;
  private final Map<String, Owner> owners = new HashMap<>();
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private @Nullable Jongleur jongleur;

  /** Who the owners are. */
  public enum Kind {
    TENANTS,
    SOURCES
  }

  private House(Kind kind, Path directory, Settings settings) {
    this.kind = kind;
    this.directory = directory;
    this.settings = settings;
  }

  /**
   * Opens it; each owner is there when it is asked for.
   *
   * @param more settings, as {@code fsync}
   */
  public static House open(Kind kind, Path directory, Map<String, ?> more) {
    Settings settings = Settings.of("memory");
    for (var one : more.entrySet()) {
      settings = settings.with(one.getKey(), one.getValue());
    }
    return new House(kind, directory, settings);
  }

  public Owner owner(String name) {
    return owners.computeIfAbsent(name, this::opened);
  }

  private Owner opened(String name) {
    return switch (kind) {
      case TENANTS -> new Owner.OfTenant(jongleur().onboard(name));
      case SOURCES -> new Owner.OfSource(source(name));
    };
  }

  private Jongleur jongleur() {
    Jongleur there = jongleur;
    if (there == null) {
      there =
          Jongleur.builder()
              .dataSource("main", settings.with("directory", directory.toString()))
              .blueprint(Blueprint.of("main", Models.ALL))
              .build();
      closing.push(there::close);
      jongleur = there;
    }
    return there;
  }

  private DataSource source(String name) {
    DataSource source =
        DataSource.open(settings.with("directory", directory.resolve(name).toString()));
    closing.push(source::close);
    Models.ALL.forEach(source::define);
    return source;
  }

  /** Where an owner's log is. */
  public Path log(String owner) {
    return log(kind, directory, owner);
  }

  public static Path log(Kind kind, Path directory, String owner) {
    return switch (kind) {
      case TENANTS -> directory.resolve(owner + ".jlog");
      case SOURCES -> directory.resolve(owner).resolve("@whole.jlog");
    };
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
