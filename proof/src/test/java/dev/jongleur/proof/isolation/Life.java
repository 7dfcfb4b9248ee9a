package dev.jongleur.proof.isolation;

import dev.jongleur.Jongleur;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * One tenant's random life on its own thread. What it does follows from the seed; only how the
 * tenants' lives interleave does not.
 */
final class Life {
  private static final int HISTORY = 12;
  private static final int LOOK = 100;

  private final Street street;
  private final String tenant;
  private final Random random;
  private final List<Deed> deeds = new ArrayList<>();
  private final Deque<String> history = new ArrayDeque<>();
  private final Mind mind;
  private final Watch watch;
  private final RowDeeds rows;
  private final RelatedDeeds related;
  private final TenantDeeds stay;

  private record Deed(String name, Runnable work) {}

  Life(Street street, Jongleur jongleur, int number) {
    this.street = street;
    this.tenant = Street.TENANTS.get(number);
    this.random = new Random(street.plan().seed() * 31 + number);
    this.mind = new Mind(tenant, number);
    this.watch = new Watch(mind);
    Aim aim = street.plan().breach().aim(jongleur);
    var desk = new Desk(jongleur, tenant, aim, mind, street.versions(), random);
    this.rows = new RowDeeds(desk, mind, watch, random);
    this.related = new RelatedDeeds(desk, mind, watch, rows, random);
    this.stay =
        new TenantDeeds(
            desk, mind, watch, street.heard().of(tenant), random, street.plan().isDurable());
    rows();
    relations();
    changes(jongleur);
  }

  private void rows() {
    add(100, "create", rows::create);
    add(50, "createAll", rows::createAll);
    add(100, "findById", rows::findById);
    add(30, "findByIds", rows::findByIds);
    add(100, "find", rows::find);
    add(50, "findByOwner", () -> rows.findByOwner(Street.TENANTS));
    add(60, "count", rows::count);
    add(30, "exists", rows::exists);
    add(50, "updateAll", rows::updateAll);
    add(80, "patch", rows::patch);
    add(50, "replace", rows::replace);
    add(80, "upsert", rows::upsert);
    add(40, "replaceOrCreate", rows::replaceOrCreate);
    add(80, "deleteById", rows::deleteById);
    add(25, "deleteAll", rows::deleteAll);
    add(30, "lookAtDefinition", rows::lookAtDefinition);
  }

  private void relations() {
    add(20, "find lines", related::find);
    add(20, "create a line", related::create);
    add(15, "update lines", related::updateAll);
    add(10, "delete lines", related::deleteAll);
    add(20, "include lines", related::include);
    add(20, "find the order", related::refer);
  }

  private void changes(Jongleur jongleur) {
    add(15, "observe", stay::observe);
    add(10, "unobserve", stay::unobserve);
    add(12, "extend", stay::extend);
    add(5, "reduce", stay::reduce);
    add(3, "reset", stay::reset);
    add(1, "resetAll", stay::resetAll);
    add(10, "fold", stay::fold);
    add(6, "foldNow", () -> street.heard().sweep(jongleur::foldNow));
    add(6, "suspend", stay::suspend);
    add(4, "release", stay::release);
    add(2, "erase", stay::erase);
    add(4, "blueprint", () -> street.versions().next(jongleur));
    add(3, "useUp", stay::useUp);
  }

  private void add(int weight, String name, Runnable work) {
    for (int i = 0; i < weight; i++) {
      deeds.add(new Deed(name, work));
    }
  }

  /** Lives until all steps are done or a breach was found, by whomever. */
  void live() {
    int steps = street.plan().steps() / Street.TENANTS.size();
    for (int step = 1; step <= steps && !street.isBroken(); step++) {
      try {
        step(step);
      } catch (RuntimeException | Error e) {
        street.found(new AssertionError(told(step), e));
      }
    }
  }

  private void step(int step) {
    if (mind.isSuspended() && random.nextInt(4) == 0) {
      act(new Deed("resume", stay::resume));
    }
    act(deeds.get(random.nextInt(deeds.size())));
    watch.check();
    street.heard().check();
    if (step % LOOK == 0) {
      look();
    }
  }

  private void act(Deed deed) {
    history.addLast(deed.name());
    if (history.size() > HISTORY) {
      history.removeFirst();
    }
    deed.work().run();
  }

  private void look() {
    rows.lookAtAll();
    stay.checkCustomized();
    stay.checkSuspended();
    stay.checkEvents();
  }

  /** When the others have come to their end too. */
  void lookBack() {
    try {
      look();
      stay.checkFolds();
    } catch (RuntimeException | Error e) {
      street.found(new AssertionError(told(street.plan().steps()), e));
    }
  }

  private String told(int step) {
    return "A breach, seen by "
        + tenant
        + " at its step "
        + step
        + " of "
        + street.plan()
        + ", after "
        + history
        + "; it knows of "
        + mind;
  }
}
