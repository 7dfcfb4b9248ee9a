package dev.jongleur.cli.footprint;

import dev.jongleur.cli.measure.Progress;
import java.util.function.IntConsumer;

/**
 * What tenants hold of the heap: each kind comes in great number, and what the heap has grown by is
 * divided among them.
 *
 * @param start before the first came
 * @param idle one that was used and is folded
 * @param customised one that is folded, with one model of its own form; idle where there is none
 * @param active one that is unfolded, one model of it in use
 * @param resolved one that was folded, and then asked for a model with which nothing was done
 * @param end when all are there and asked for
 */
record TenantBytes(
    Standing start, double idle, double customised, double active, double resolved, Standing end) {

  static TenantBytes measure(Population population, FootprintPlan plan, Progress progress) {
    int all = plan.tenants();
    int customised = plan.customisedTenants();
    int active = plan.activeTenants();
    Standing start = Standing.now();
    each(all, number -> step(population, number, progress));
    Standing idle = Standing.now();
    each(customised, population::customise);
    Standing changed = Standing.now();
    eachLast(active, all, population::activate);
    Standing busy = Standing.now();
    eachLast(active, all, population::fold);
    Standing folded = Standing.now();
    each(all, population::resolve);
    Standing end = Standing.now();
    double base = idle.bytesEach(start, all);
    return new TenantBytes(
        start,
        base,
        base + changed.bytesEach(idle, customised),
        base + busy.bytesEach(changed, active),
        base + end.bytesEach(folded, all),
        end);
  }

  private static void step(Population population, int number, Progress progress) {
    population.onboard(number);
    progress.step();
  }

  private static void each(int many, IntConsumer work) {
    for (int number = 0; number < many; number++) {
      work.accept(number);
    }
  }

  /** The last are those that are customised only when all are. */
  private static void eachLast(int many, int all, IntConsumer work) {
    for (int number = all - many; number < all; number++) {
      work.accept(number);
    }
  }
}
