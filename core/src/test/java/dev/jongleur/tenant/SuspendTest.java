package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Tenant;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.TenantException;
import dev.jongleur.observer.Hook;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tenant for which nobody may work for a while. */
class SuspendTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void nobody_works_for_a_suspended_tenant_until_it_is_resumed() {
    Jongleur jongleur = nothing.application(USER);
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    Model users = acme.model("User");
    var _ = users.create(Map.of("name", "Ada"));
    acme.suspend();
    acme.suspend();
    assertThat(acme.isSuspended()).isTrue();
    assertThat(acme.isUnfolded()).isFalse();
    assertThatExceptionOfType(TenantException.class)
        .isThrownBy(users::find)
        .satisfies(refused -> {
          assertThat(refused.code()).isEqualTo("TENANT_SUSPENDED");
          assertThat(refused.status()).isEqualTo(403);
        });
    assertThat(globex.model("User").count()).isZero();
    jongleur.tenant("acme").resume();
    acme.resume();
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void it_can_be_customised_meanwhile_and_stays_suspended_when_onboarded_again() {
    Jongleur jongleur = nothing.application(USER);
    Tenant acme = jongleur.onboard("acme");
    var _ = jongleur.onboard("globex");
    acme.suspend();
    acme.customize("User", user -> user.property("age", STRING));
    assertThat(jongleur.onboard("acme").isSuspended()).isTrue();
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> acme.model("User").find());
    acme.resume();
    assertThat(acme.model("User").definition().property("age")).isPresent();
    acme.erase("acme");
    assertThat(jongleur.tenants()).containsExactly("globex");
  }

  @Test
  void calls_in_flight_finish() throws Exception {
    Tenant acme = nothing.acme(USER);
    Model users = acme.model("User");
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        var _ =
            users.observe(
                Hook.BEFORE_SAVE,
                _ -> {
                  inside.countDown();
                  wait(goOn);
                })) {
      Future<?> call = threads.submit(() -> users.create(Map.of("name", "Ada")));
      inside.await();
      Future<?> suspension = threads.submit(acme::suspend);
      wait(acme);
      assertThat(call.isDone()).isFalse();
      goOn.countDown();
      call.get(30, TimeUnit.SECONDS);
      suspension.get(30, TimeUnit.SECONDS);
    }
    acme.resume();
    assertThat(users.count()).isEqualTo(1);
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void wait(Tenant suspended) {
    await().until(() -> !suspended.isUnfolded());
  }
}
