package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.jdbc.sql.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens connectors for a test; afterwards nothing is leased, open or running. */
final class H2 implements AfterEachCallback {
  static final Partition ACME = new Partition("acme");
  static final Partition ZEN = new Partition("zen");

  private final TestEnvironment environment = new TestEnvironment();
  private final List<JdbcConnector> opened = new ArrayList<>();

  TestEnvironment environment() {
    return environment;
  }

  JdbcConnector open(Settings settings) {
    var connector = (JdbcConnector) new JdbcProvider().open(settings, environment);
    opened.add(connector);
    return connector;
  }

  JdbcConnector inMemory() {
    return open(Settings.of("h2"));
  }

  Plans plans() {
    return environment.resource(new Plans.Key(), Plans.class);
  }

  static Entity row(ModelDefinition model, Map<String, ? extends @Nullable Object> data) {
    return EntityReader.of(model, ModelLookup.NONE).read(data);
  }

  static Entity put(
      Store store, ModelDefinition model, Map<String, ? extends @Nullable Object> data) {
    return store.insert(model, row(model, data));
  }

  void close(JdbcConnector connector) {
    assertThat(connector.leases().leased()).as("leased connections").isZero();
    assertThat(connector.leases().databases().used()).as("databases in use").isZero();
    connector.close();
    assertThat(connector.leases().databases().size()).as("open databases").isZero();
    assertThat(connector.leases().databases().open().inside()).as("places taken").isZero();
    opened.remove(connector);
  }

  /** One that the test has closed itself. */
  void forget(JdbcConnector connector) {
    opened.remove(connector);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List.copyOf(opened).forEach(this::close);
    environment.assertNothingLeft();
  }
}
