package dev.jongleur.proof.isolation;

import static dev.jongleur.proof.isolation.Versions.MODELS;
import static dev.jongleur.proof.isolation.Versions.NOTE;
import static dev.jongleur.proof.isolation.Versions.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.Property;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.TenantException;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What happens to a tenant between its calls: it is changed, folded, suspended, gone and back. */
final class TenantDeeds {
  /** One call at a time, and none waits: a tenant works on one thread only. */
  static final TenantLimits LIMITS =
      TenantLimits.NONE.withOperationsAtOnce(1).withWaiting(0, Duration.ZERO);

  private static final List<Hook> HOOKS =
      List.of(Hook.ACCESS, Hook.BEFORE_SAVE, Hook.LOADED, Hook.BEFORE_DELETE);
  private static final int BURST = 3;

  private final Desk desk;
  private final Mind mind;
  private final Watch watch;
  private final Heard.Tally heard;
  private final Random random;
  private final boolean durable;
  private int stays = 1;
  private Tenant earlier;

  TenantDeeds(
      Desk desk, Mind mind, Watch watch, Heard.Tally heard, Random random, boolean durable) {
    this.desk = desk;
    this.mind = mind;
    this.watch = watch;
    this.heard = heard;
    this.random = random;
    this.durable = durable;
    this.earlier = desk.tenant();
  }

  private Jongleur jongleur() {
    return desk.jongleur();
  }

  private String anyModel() {
    return MODELS.get(random.nextInt(MODELS.size()));
  }

  /** Also while it is suspended. */
  void extend() {
    String model = anyModel();
    Property extra = mind.extra(random);
    Consumer<ModelBuilder> base = mind.has(model) ? _ -> {} : Versions::note;
    desk.hit(Act.CUSTOMIZE).customize(model, base.andThen(builder -> builder.property(extra)));
    mind.extend(model, extra);
    checkCustomized();
  }

  void reduce() {
    String model = anyModel();
    mind.extras(model).stream()
        .findAny()
        .ifPresent(extra -> {
          desk.hit(Act.CUSTOMIZE).customize(model, builder -> builder.without(extra.name()));
          mind.reduce(model, extra.name());
          checkCustomized();
        });
  }

  void reset() {
    String model = anyModel();
    desk.hit(Act.RESET).resetCustomization(model);
    mind.reset(model);
    checkCustomized();
  }

  void resetAll() {
    desk.hit(Act.RESET).resetCustomization();
    MODELS.forEach(mind::reset);
    checkCustomized();
  }

  void checkCustomized() {
    assertThat(desk.tenant().customized()).containsExactlyInAnyOrderElementsOf(mind.customized());
  }

  void observe() {
    String model = anyModel();
    Hook hook = HOOKS.get(random.nextInt(HOOKS.size()));
    if (desk.works(model) && !watch.has(model, hook)) {
      watch.begin(model, hook, desk.hit(Act.OBSERVE).model(model));
    }
  }

  void unobserve() {
    watch.end(anyModel(), HOOKS.get(random.nextInt(HOOKS.size())));
  }

  void fold() {
    desk.tenant().fold();
  }

  void suspend() {
    desk.hit(Act.SUSPEND).suspend();
    mind.suspended(true);
    assertThat(desk.tenant().isUnfolded()).isFalse();
  }

  void resume() {
    desk.tenant().resume();
    mind.suspended(false);
  }

  void checkSuspended() {
    assertThat(desk.tenant().isSuspended()).isEqualTo(mind.isSuspended());
  }

  /** Out of memory, and back with its data; what it has of its own only where that is kept. */
  void release() {
    leave(() -> desk.hit(Act.RELEASE).release());
    if (!durable) {
      mind.forget();
    }
    comeBack();
  }

  void erase() {
    leave(() -> {
      Tenant erased = desk.hit(Act.ERASE);
      erased.erase(erased.name());
    });
    mind.erased();
    comeBack();
  }

  private void leave(Runnable how) {
    String name = desk.tenant().name();
    Model old = desk.tenant().model(ORDER);
    earlier = desk.tenant();
    how.run();
    watch.forget();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(old::count);
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> jongleur().tenant(name));
    assertThat(jongleur().tenants()).doesNotContain(name);
  }

  private void comeBack() {
    desk.onboard();
    stays++;
    checkEvents();
    checkSuspended();
    endAgain(earlier);
    checkCustomized();
  }

  /** By a handle of its last stay, which is not to concern this one. */
  private static void endAgain(Tenant earlier) {
    earlier.release();
    assertThatExceptionOfType(ClosedException.class)
        .isThrownBy(() -> earlier.erase(earlier.name()));
  }

  /** As often as it came and went, its coming and going was told. */
  void checkEvents() {
    assertThat(heard.created.get()).as("onboardings told of").isEqualTo(stays);
    assertThat(heard.released.get()).as("releases told of").isEqualTo(stays - 1);
  }

  /** When nobody sweeps any more. */
  void checkFolds() {
    int open = desk.tenant().isUnfolded() ? 1 : 0;
    assertThat(heard.unfolded.get() - heard.folded.get()).as("times unfolded").isEqualTo(open);
  }

  /**
   * So many calls it may do, whatever others do; as many again when it was folded in between, since
   * that gives back its limit's count too. The clock stands still.
   */
  void useUp() {
    if (!desk.works(NOTE)) {
      return;
    }
    int before = heard.unfolded.get();
    desk.hit(Act.LIMIT).limits(LIMITS.withOperationsPerSecond(1, BURST));
    Model notes = desk.tenant().model(NOTE);
    int done = 0;
    while (succeeds(notes)) {
      done++;
      assertThat(done).as("calls").isLessThan(1_000);
    }
    desk.tenant().limits(LIMITS);
    int unfolded = heard.unfolded.get() - before;
    assertThat(done).as("calls until refused").isBetween(BURST, BURST * (1 + unfolded));
  }

  private boolean succeeds(Model notes) {
    try {
      assertThat(notes.count()).isEqualTo(mind.rows(NOTE).size());
      return true;
    } catch (LimitException e) {
      assertThat(e.limit()).isEqualTo("operationsPerSecond");
      return false;
    }
  }
}
