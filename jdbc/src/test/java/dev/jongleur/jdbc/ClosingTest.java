package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.StoreException;
import dev.jongleur.jdbc.pool.Gate;
import dev.jongleur.jdbc.pool.Housekeeping;
import dev.jongleur.jdbc.sql.Plans;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(classes = {Gate.class, Housekeeping.class, Plans.class})
  void what_cannot_be_given_back_is_told_and_the_rest_is_given_back(Class<?> grudged) {
    var environment = new TestEnvironment();
    Settings settings = Settings.of("h2").with("directory", temp.toString());
    Connector connector = new JdbcProvider().open(settings, new Grudging(environment, grudged));
    H2.put(connector.store(H2.ACME), Models.person(), Map.of());
    H2.put(connector.store(H2.ZEN), Models.person(), Map.of());
    assertThatThrownBy(connector::close).isInstanceOf(StoreException.class).hasMessage("grudge");
    environment.assertNothingLeft();
    connector.close();
    Connector again = new JdbcProvider().open(settings, environment);
    assertThat(again.partitions()).containsExactlyInAnyOrder("acme", "zen");
    again.close();
  }

  /** Takes one kind of resource back, but not without complaint. */
  private record Grudging(TestEnvironment environment, Class<?> grudged) implements Environment {
    @Override
    public <R extends AutoCloseable> Lease<R> share(Object key, Class<R> type, Supplier<R> maker) {
      Lease<R> lease = environment.share(key, type, maker);
      return type == grudged ? new Grudge<>(lease) : lease;
    }

    @Override
    public InstantSource clock() {
      return environment.clock();
    }
  }

  private record Grudge<R>(Lease<R> lease) implements Lease<R> {
    @Override
    public R get() {
      return lease.get();
    }

    @Override
    public void close() {
      lease.close();
      throw new StoreException("grudge");
    }
  }
}
