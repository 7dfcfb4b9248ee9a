package dev.jongleur.cli.footprint;

import dev.jongleur.Tenant;
import dev.jongleur.cli.measure.Progress;
import java.util.function.Consumer;

/** One measurement, from an application without tenants on. */
final class FootprintRun {
  private static final int WARM_UP = 500;

  private final FootprintPlan plan;
  private final Consumer<Tenant> also;
  private final Progress progress;

  /**
   * A run that is not begun.
   *
   * @param also what else is done with each tenant that is onboarded: nothing but in tests
   */
  FootprintRun(FootprintPlan plan, Consumer<Tenant> also, Progress progress) {
    this.plan = plan;
    this.also = also;
    this.progress = progress;
  }

  /** How many steps of progress a run of this plan makes. */
  static long steps(FootprintPlan plan) {
    return plan.tenants() + 2L * plan.rounds() + 2;
  }

  FootprintReport perform() {
    long began = System.nanoTime();
    warmUp();
    try (var population = new Population(plan.models(), also)) {
      TenantBytes bytes = TenantBytes.measure(population, plan, progress);
      Resolution resolution = Resolution.measure(population, plan, progress);
      Defining defining = Defining.measure(plan, progress);
      double seconds = (System.nanoTime() - began) / 1e9;
      return new FootprintReport(plan, bytes, resolution, defining, seconds);
    }
  }

  /** Loads the classes and fills what all tenants share. */
  private void warmUp() {
    try (var population = new Population(plan.models(), tenant -> {})) {
      var few = new FootprintPlan(WARM_UP, plan.models(), plan.customised(), WARM_UP, 1);
      var _ = TenantBytes.measure(population, few, Progress.SILENT);
      var _ = Resolution.measure(population, few, Progress.SILENT);
    }
  }
}
