package dev.jongleur.cli.capacity;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.MeasuredModels;
import dev.jongleur.cli.measure.ScratchDirectory;
import dev.jongleur.connector.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The application under load, and where its data is. Closing removes all of it. */
final class Application implements AutoCloseable {
  /** Callers wait for their turn, however long the queue is. */
  private static final int LONGEST_WAIT_MILLIS = 600_000;

  private final Optional<ScratchDirectory> directory;
  private final Jongleur jongleur;

  /** On the same connector, to see what it holds open. */
  private final DataSource beside;

  private Application(Settings settings, int models, Optional<ScratchDirectory> directory) {
    this.directory = directory;
    this.jongleur =
        Jongleur.builder()
            .dataSource("main", settings)
            .blueprint(MeasuredModels.blueprint("main", models))
            .build();
    this.beside = jongleur.registry().open(settings);
  }

  static Application on(Storage storage, int models) {
    return switch (storage) {
      case MEMORY -> new Application(Settings.of("memory"), models, Optional.empty());
      case H2 -> inFiles(ScratchDirectory.make("jongleur-capacity-"), models);
    };
  }

  private static Application inFiles(ScratchDirectory directory, int models) {
    Settings settings =
        Settings.of("h2")
            .with("directory", directory.path().toString())
            .with("wait", LONGEST_WAIT_MILLIS);
    return new Application(settings, models, Optional.of(directory));
  }

  static String name(long number) {
    return "tenant-" + number;
  }

  Tenant onboard(long number) {
    return jongleur.onboard(name(number));
  }

  Tenant tenant(long number) {
    return jongleur.tenant(name(number));
  }

  Set<String> tenants() {
    return jongleur.tenants();
  }

  /** What the connector holds open. */
  Map<String, Long> figures() {
    return beside.figures();
  }

  @Override
  public void close() {
    try (beside;
        jongleur) {
      // in this order, before the data is removed
    } finally {
      directory.ifPresent(ScratchDirectory::close);
    }
  }
}
