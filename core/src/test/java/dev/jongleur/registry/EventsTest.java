package dev.jongleur.registry;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.StoreException;
import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Created;
import dev.jongleur.event.RegistryEvent.Released;
import dev.jongleur.observer.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a registry tells those who listen. */
class EventsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final ModelRegistry registry = new ModelRegistry(InstantSource.fixed(NOON));
  private final List<RegistryEvent> heard = new ArrayList<>();

  @Test
  void opening_and_closing_a_data_source_is_told_once_each() {
    var _ = registry.listen(heard::add);
    DataSource db = registry.open(Settings.of("memory"));
    assertThat(heard).containsExactly(new Created(db.id(), NOON));
    db.close();
    db.close();
    assertThat(heard).containsExactly(new Created(db.id(), NOON), new Released(db.id(), NOON));
  }

  @Test
  void a_release_is_told_when_everything_was_given_back() {
    var leases = new ArrayList<Integer>();
    var _ = registry.listen(_ -> leases.add(registry.stats().leases()));
    try (var db = registry.open(Settings.of("memory"))) {
      var _ = db.define("User", u -> u.property("name", STRING));
    }
    assertThat(leases.getFirst()).isPositive();
    assertThat(leases.getLast()).isZero();
  }

  @Test
  void a_release_is_told_though_a_step_of_it_failed() {
    var _ = registry.listen(heard::add);
    DataSource db = registry.open(Settings.of("grudging").with("refuses", "close"));
    assertThatExceptionOfType(StoreException.class).isThrownBy(db::close);
    assertThat(heard.getLast()).isEqualTo(new Released(db.id(), NOON));
  }

  @Test
  void a_listener_that_fails_disturbs_nobody() {
    var _ =
        registry.listen(event -> {
          throw new IllegalStateException("at " + event.owner());
        });
    var _ = registry.listen(heard::add);
    nothing.closing(registry.open(Settings.of("memory")));
    assertThat(heard).hasSize(1);
  }

  @Test
  void who_ends_its_subscription_hears_no_more_and_others_do() {
    Subscription first = registry.listen(heard::add);
    var _ = registry.listen(heard::add);
    first.close();
    first.close();
    nothing.closing(registry.open(Settings.of("memory")));
    assertThat(heard).hasSize(1);
  }

  @Test
  void nothing_is_made_when_nobody_listens() {
    var made = new AtomicInteger();
    var events = new Events(InstantSource.fixed(NOON));
    events.publish(now -> {
      made.incrementAndGet();
      return new Created("ds_memory_00000000", now);
    });
    assertThat(made).hasValue(0);
  }
}
