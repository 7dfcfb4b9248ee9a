package dev.jongleur.cli.footprint;

import dev.jongleur.cli.measure.Progress;

/**
 * What tenants hold of the heap: each kind comes in great number, and what the heap has grown by is
 * divided among them.
 *
 * @param start before the first came
 * @param idle one that was used and is folded
 * @param active one that is unfolded, one model of it in use
 * @param resolved one that was folded, and then asked for a model with which nothing was done
 * @param end when all are there and asked for
 */
record TenantBytes(Standing start, double idle, double active, double resolved, Standing end) {
  static TenantBytes measure(Population population, FootprintPlan plan, Progress progress) {
    Standing start = Standing.now();
    for (int number = 0; number < plan.tenants(); number++) {
      population.onboard(number);
      progress.step();
    }
    Standing idle = Standing.now();
    double active = active(population, plan, idle);
    Standing before = Standing.now();
    for (int number = 0; number < plan.tenants(); number++) {
      population.resolve(number);
    }
    Standing end = Standing.now();
    double each = idle.bytesEach(start, plan.tenants());
    double more = end.bytesEach(before, plan.tenants());
    return new TenantBytes(start, each, each + active, each + more, end);
  }

  /** What some take more when they are active; they are folded afterwards. */
  private static double active(Population population, FootprintPlan plan, Standing idle) {
    for (int number = 0; number < plan.activeTenants(); number++) {
      population.activate(number);
    }
    double more = Standing.now().bytesEach(idle, plan.activeTenants());
    for (int number = 0; number < plan.activeTenants(); number++) {
      population.fold(number);
    }
    return more;
  }
}
