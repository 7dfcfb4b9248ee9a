package dev.jongleur.proof.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.connector.Settings;
import dev.jongleur.policy.GovernorPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Five tenants of one application, who live next to each other and should not notice it. */
final class Street {
  static final List<String> TENANTS = List.of("acme", "globex", "hooli", "initech", "umbrella");

  private final Plan plan;
  private final Versions versions = new Versions();
  private final Heard heard = new Heard();
  private final AtomicReference<@Nullable AssertionError> first = new AtomicReference<>();

  Street(Plan plan) {
    this.plan = plan;
  }

  /**
   * How long they live, and where.
   *
   * @param seed of all that they do
   * @param steps of all together
   */
  record Plan(long seed, int steps, Settings settings, Breach breach) {
    /** Whether what a tenant has of its own outlasts its release. */
    boolean isDurable() {
      return settings.text("directory").isPresent();
    }

    @Override
    public String toString() {
      return "seed " + seed + ", " + steps + " steps on " + settings.connector();
    }
  }

  Plan plan() {
    return plan;
  }

  Versions versions() {
    return versions;
  }

  Heard heard() {
    return heard;
  }

  boolean isBroken() {
    return first.get() != null;
  }

  /** The first that is found is what is told. */
  void found(AssertionError breach) {
    first.compareAndSet(null, breach);
  }

  /** Lets all live at once, each on its own thread, and throws the first breach that is found. */
  void live() throws InterruptedException, ExecutionException {
    Jongleur jongleur = open();
    try (jongleur) {
      live(jongleur);
    }
    AssertionError breach = first.get();
    if (breach != null) {
      throw breach;
    }
    assertThat(jongleur.registry().stats().leases()).as("open leases").isZero();
    assertThat(jongleur.registry().stats().tenantRegistries()).as("tenant registries").isZero();
  }

  private Jongleur open() {
    return Jongleur.builder()
        .dataSource("main", plan.breach().plantedIn(plan.settings()))
        .blueprint(Versions.blueprint(0))
        .limits(TenantDeeds.LIMITS)
        .governor(GovernorPolicy.off())
        .clock(InstantSource.fixed(Instant.EPOCH))
        .onEvent(plan.breach().heardBy(heard))
        .build();
  }

  private void live(Jongleur jongleur) throws InterruptedException, ExecutionException {
    var ends = new CyclicBarrier(TENANTS.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(TENANTS.size())) {
      List<? extends Future<?>> lives =
          IntStream.range(0, TENANTS.size())
              .mapToObj(number -> threads.submit(() -> live(jongleur, number, ends)))
              .toList();
      for (Future<?> life : lives) {
        var _ = life.get();
      }
    }
  }

  private Void live(Jongleur jongleur, int number, CyclicBarrier ends)
      throws InterruptedException, BrokenBarrierException {
    heard.begin(TENANTS.get(number));
    var life = new Life(this, jongleur, number);
    life.live();
    var _ = ends.await();
    if (!isBroken()) {
      life.lookBack();
    }
    heard.end();
    return null;
  }
}
