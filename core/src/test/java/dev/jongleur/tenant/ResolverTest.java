package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.TenantResolver;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.CapacityException;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.TenantException;
import dev.jongleur.policy.ResolverPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tenants that another catalogue knows. */
class ResolverTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicInteger asked = new AtomicInteger();

  private Jongleur application(TenantResolver resolver) {
    return application(resolver, ResolverPolicy.DEFAULT);
  }

  private Jongleur application(TenantResolver resolver, ResolverPolicy policy) {
    return nothing.closing(
        Jongleur.builder()
            .clock(now::get)
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(USER)))
            .resolver(
                tenant -> {
                  asked.incrementAndGet();
                  return resolver.resolve(tenant);
                },
                policy)
            .build());
  }

  private static Optional<Map<String, Settings>> known(String tenant) {
    return Set.of("acme", "globex").contains(tenant)
        ? Optional.of(Map.of("main", Settings.of("memory").with("name", "of " + tenant)))
        : Optional.empty();
  }

  @Test
  void it_decides_who_there_is_and_where_the_data_is() {
    Jongleur jongleur = application(ResolverTest::known);
    var _ = jongleur.tenant("acme").model("User").create(Map.of("name", "Ada"));
    assertThat(jongleur.tenant("globex").model("User").count()).isZero();
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> jongleur.tenant("initech"));
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> jongleur.onboard("initech"));
    assertThat(jongleur.tenants()).containsExactly("acme", "globex");
  }

  @Test
  void what_it_leaves_out_is_the_applications() {
    Jongleur jongleur = application(_ -> Optional.of(Map.of()));
    var _ = jongleur.tenant("acme").model("User").create(Map.of("name", "Ada"));
    assertThat(jongleur.tenant("acme").model("User").count()).isEqualTo(1);
    assertThat(jongleur.tenant("globex").model("User").count()).isZero();
  }

  @Test
  void data_in_the_memory_of_a_tenants_own_connector_outlives_folding_but_not_release() {
    Jongleur jongleur = application(ResolverTest::known);
    var _ = jongleur.tenant("acme").model("User").create(Map.of("name", "Ada"));
    assertThat(jongleur.foldNow()).isEqualTo(1);
    assertThat(jongleur.tenant("acme").model("User").count()).isEqualTo(1);
    jongleur.tenant("acme").release();
    assertThat(jongleur.registry().stats().tenantRegistries()).isZero();
    assertThat(jongleur.tenant("acme").model("User").count()).isZero();
    assertThat(jongleur.tenant("globex").model("User").count()).isZero();
  }

  @Test
  void it_is_asked_once_however_many_wait() throws Exception {
    var goOn = new CountDownLatch(1);
    Jongleur jongleur =
        application(tenant -> {
          await(goOn);
          return known(tenant);
        });
    var _ =
        Race.of(
            20,
            runner -> {
              if (runner == 0) {
                Awaitility.await().until(() -> asked.get() > 0);
                goOn.countDown();
              }
              return jongleur.tenant("acme").model("User").create(Map.of());
            });
    assertThat(asked).hasValue(1);
    assertThat(jongleur.tenant("acme").model("User").count()).isEqualTo(20);
    assertThat(jongleur.tenant("globex").model("User").count()).isZero();
  }

  @Test
  void a_failure_is_remembered_for_a_moment() {
    Jongleur jongleur =
        application(tenant -> {
          if (tenant.equals("acme")) {
            throw new IllegalStateException("secret=hunter2");
          }
          return known(tenant);
        });
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> jongleur.tenant("acme"))
          .withMessageContaining("\"acme\"")
          .withMessageNotContaining("hunter2");
    }
    assertThat(asked).hasValue(1);
    assertThat(jongleur.tenant("globex").model("User").count()).isZero();
    now.updateAndGet(before -> before.plus(ResolverPolicy.DEFAULT.remembered()).plusMillis(1));
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> jongleur.tenant("acme"));
    assertThat(asked).hasValue(3);
  }

  @Test
  void nobody_waits_longer_than_the_policy_says_and_the_answer_is_not_lost() {
    var goOn = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    Jongleur jongleur =
        application(
            tenant -> {
              await(goOn);
              answered.countDown();
              return known(tenant);
            },
            new ResolverPolicy(Duration.ofMillis(1), 10, Duration.ofSeconds(2)));
    assertThatExceptionOfType(CapacityException.class).isThrownBy(() -> jongleur.tenant("acme"));
    assertThatExceptionOfType(CapacityException.class).isThrownBy(() -> jongleur.tenant("acme"));
    goOn.countDown();
    await(answered);
    Awaitility.await()
        .ignoreExceptionsInstanceOf(CapacityException.class)
        .until(() -> jongleur.tenant("acme").model("User").count() == 0);
    assertThat(asked).hasValue(1);
  }

  @Test
  void so_many_may_wait_and_no_more() throws Exception {
    var goOn = new CountDownLatch(1);
    Jongleur jongleur =
        application(
            tenant -> {
              await(goOn);
              return known(tenant);
            },
            new ResolverPolicy(Duration.ofSeconds(30), 1, Duration.ofSeconds(2)));
    List<Boolean> refused =
        Race.of(
            3,
            _ -> {
              try {
                return jongleur.tenant("acme").isSuspended();
              } catch (CapacityException full) {
                goOn.countDown();
                return true;
              }
            });
    assertThat(refused).contains(true, false);
  }

  @Test
  void a_tenant_that_it_no_longer_knows_is_refused_when_it_comes_back() {
    var there = new AtomicReference<>(true);
    Jongleur jongleur = application(tenant -> there.get() ? known(tenant) : Optional.empty());
    var users = jongleur.tenant("acme").model("User");
    assertThat(users.count()).isZero();
    there.set(false);
    assertThat(jongleur.foldNow()).isEqualTo(1);
    now.updateAndGet(before -> before.plusSeconds(3));
    assertThatExceptionOfType(TenantException.class).isThrownBy(users::count);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
