package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.observer.Hook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that closes while somebody is at work. */
class ShutdownTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private Jongleur application(Duration patience) {
    return nothing.closing(
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(
                Blueprint.of(
                    "main", List.of(ModelDefinition.of("User", u -> u.property("name", STRING)))))
            .closingWithin(patience)
            .build());
  }

  private Model slowUsers(Jongleur jongleur) {
    var _ = jongleur.onboard("globex");
    Model users = jongleur.onboard("acme").model("User");
    var _ =
        users.observe(
            Hook.BEFORE_SAVE,
            _ -> {
              inside.countDown();
              await(goOn);
            });
    return users;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void calls_in_flight_finish_before_it_is_closed() throws Exception {
    Jongleur jongleur = application(Duration.ofSeconds(30));
    Model users = slowUsers(jongleur);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> call = threads.submit(() -> users.create(Map.of("name", "Ada")));
      inside.await();
      Future<?> closing = threads.submit(jongleur::close);
      assertThat(closing.isDone()).isFalse();
      goOn.countDown();
      call.get(30, TimeUnit.SECONDS);
      closing.get(30, TimeUnit.SECONDS);
    }
    assertThat(jongleur.registry().stats().leases()).isZero();
  }

  @Test
  @Timeout(20)
  void it_waits_no_longer_than_it_was_told() throws Exception {
    Jongleur jongleur = application(Duration.ofMillis(50));
    Model users = slowUsers(jongleur);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> call = threads.submit(() -> users.create(Map.of("name", "Ada")));
      inside.await();
      jongleur.close();
      assertThat(call.isDone()).isFalse();
      goOn.countDown();
      Awaitility.await().until(call::isDone);
    }
    assertThat(jongleur.registry().stats().leases()).isZero();
    assertThat(jongleur.registry().stats().tenantRegistries()).isZero();
  }
}
