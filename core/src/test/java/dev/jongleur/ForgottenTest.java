package dev.jongleur;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Leaked;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.Subscription;
import dev.jongleur.policy.StackCapture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an owner forgets to close is found, released and counted (law 4; D11 of the original). */
class ForgottenTest {
  private final ModelRegistry registry = new ModelRegistry();

  @Test
  void a_data_source_that_is_dropped_is_released_and_counted() {
    dropOne();
    collectUntilForgotten(1);
    assertThat(registry.stats().leases()).isZero();
    assertThat(registry.stats().tenantRegistries()).isZero();
  }

  @Test
  void an_observer_that_leads_back_to_its_model_does_not_keep_the_data_source() {
    dropOneWithAnObserverOfItself();
    collectUntilForgotten(1);
    assertThat(registry.stats().leases()).isZero();
  }

  @Test
  void a_handle_keeps_its_data_source_open() {
    Model users = modelOfADroppedDataSource();
    System.gc();
    System.gc();
    assertThat(users.create(Map.of("name", "Ada")).id()).isEqualTo(1L);
    assertThat(registry.stats().forgotten()).isZero();
  }

  @Test
  void one_that_was_closed_is_not_counted() {
    try (var dataSource = registry.open(Settings.of("memory"))) {
      dataSource.define("User", user -> user.property("name", STRING));
    }
    System.gc();
    assertThat(registry.stats().forgotten()).isZero();
    assertThat(registry.stats().leases()).isZero();
  }

  @Test
  void a_leak_is_told_with_where_it_was_opened_as_far_as_that_was_noted() {
    var leaks = new CopyOnWriteArrayList<Leaked>();
    var _ =
        registry.listen(event -> {
          if (event instanceof Leaked leaked) {
            leaks.add(leaked);
          }
        });
    registry.stacks(StackCapture.ALL);
    dropOne();
    collectUntilForgotten(1);
    registry.stacks(StackCapture.OFF);
    dropOne();
    collectUntilForgotten(2);
    await().until(() -> leaks.size() == 2);
    assertThat(leaks)
        .allSatisfy(leak -> {
          assertThat(leak.resource()).isEqualTo(Resource.DATA_SOURCE);
          assertThat(leak.owner()).startsWith("ds_memory_");
        });
    assertThat(leaks.getFirst().openedAt().orElseThrow().getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("dropOne"));
    assertThat(leaks.getLast().openedAt()).isEmpty();
  }

  @Test
  void an_observer_stays_when_its_subscription_is_dropped() {
    try (var dataSource = registry.open(Settings.of("memory"))) {
      Model users = dataSource.define("User", user -> user.property("name", STRING));
      var calls = new AtomicInteger();
      drop(users.observe(Hook.ACCESS, _ -> calls.incrementAndGet()));
      System.gc();
      System.gc();
      var _ = users.count();
      assertThat(calls).hasValue(1);
      assertThat(registry.stats().forgotten()).isZero();
    }
  }

  @Test
  void an_observer_that_is_there_while_held_ends_when_its_subscription_is_dropped() {
    try (var dataSource = registry.open(Settings.of("memory"))) {
      Model users = dataSource.define("User", user -> user.property("name", STRING));
      var leaks = new CopyOnWriteArrayList<RegistryEvent>();
      var _ = registry.listen(leaks::add);
      var calls = new AtomicInteger();
      drop(users.observeWhileHeld(Hook.ACCESS, _ -> calls.incrementAndGet()));
      collectUntilForgotten(1);
      var _ = users.count();
      assertThat(calls).hasValue(0);
      await().until(() -> leaks.size() == 1);
      assertThat(leaks.getFirst().owner())
          .isEqualTo("access of User (The data source " + dataSource.id() + ")");
    }
  }

  @Test
  void an_observer_whose_subscription_is_held_is_called_until_it_is_closed() {
    try (var dataSource = registry.open(Settings.of("memory"))) {
      Model users = dataSource.define("User", user -> user.property("name", STRING));
      var calls = new AtomicInteger();
      try (var held = users.observeWhileHeld(Hook.ACCESS, _ -> calls.incrementAndGet())) {
        System.gc();
        var _ = users.count();
        assertThat(held).isNotNull();
      }
      var _ = users.count();
      assertThat(calls).hasValue(1);
      System.gc();
      assertThat(registry.stats().forgotten()).isZero();
    }
  }

  @Test
  void an_application_that_is_dropped_gives_back_what_it_had_open() {
    ModelRegistry dropped = registryOfADroppedApplication();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          System.gc();
          return dropped.stats().forgotten() == 1;
        });
    assertThat(dropped.stats().forgottenByKind()).containsEntry(Resource.APPLICATION, 1L);
    assertThat(dropped.stats().leases()).isZero();
    assertThat(dropped.stats().tenantRegistries()).isZero();
  }

  private static ModelRegistry registryOfADroppedApplication() {
    var jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(
                Blueprint.of(
                    "main", List.of(ModelDefinition.of("User", u -> u.property("name", STRING)))))
            .build();
    for (String name : List.of("acme", "globex")) {
      Model users = jongleur.onboard(name).model("User");
      var _ = users.observe(Hook.ACCESS, _ -> users.name());
      assertThat(users.count()).isZero();
    }
    return jongleur.registry();
  }

  private static void drop(Subscription subscription) {
    assertThat(subscription).isNotNull();
  }

  private void dropOne() {
    var _ = modelOfADroppedDataSource();
  }

  private void dropOneWithAnObserverOfItself() {
    Model users = modelOfADroppedDataSource();
    var _ = users.observe(Hook.ACCESS, context -> users.name());
  }

  private Model modelOfADroppedDataSource() {
    return registry
        .open(Settings.of("memory"))
        .define("User", user -> user.property("name", STRING));
  }

  private void collectUntilForgotten(long expected) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          System.gc();
          return registry.stats().forgotten() == expected;
        });
  }
}
