package dev.jongleur.cli.soak;

import dev.jongleur.cli.measure.LiveMemory;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.cli.soak.load.Load;
import java.time.Duration;
import java.util.function.Function;

/**
 * One run: warms up, then makes all requests, and looks in between, while no request is under way,
 * at what is alive.
 */
final class SoakRun {
  /** So many that a slope is told apart from what a JVM takes once. */
  static final int PARTS = 24;

  private static final int WARM_UP_PARTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SoakPlan plan;
  private final Function<String, Load> loads;
  private final Progress progress;

  /**
   * @param loads what to do, to tenants whose names begin with this; a registry for each
   */
  SoakRun(SoakPlan plan, Function<String, Load> loads, Progress progress) {
    this.plan = plan;
    this.loads = loads;
    this.progress = progress;
  }

  SoakReport perform() {
    LiveThreads start;
    Measured measured;
    try (Workers workers = new Workers(plan.threads())) {
      warmUp(workers);
      start = LiveThreads.now().without(Workers.PREFIX);
      measured = measure(workers);
    }
    return new SoakReport(plan, measured, start, start.settled(PATIENCE));
  }

  /**
   * Loads the classes and fills the caches that are the same for all, those of measuring too; with
   * a registry and tenants of its own.
   */
  private void warmUp(Workers workers) {
    try (Load load = loads.apply("warmup_")) {
      load.begin();
      var _ = stretches(new Extent.Switches(plan.warmUp()), WARM_UP_PARTS, workers, load);
      for (int i = 0; i < plan.practice(); i++) {
        var _ = settled(load, plan.warmUp());
      }
    }
  }

  private Measured measure(Workers workers) {
    Load load = loads.apply("tenant_");
    Sample before = Sample.after(0);
    Stretches done;
    try (load) {
      load.begin();
      done = stretches(plan.extent(), PARTS, workers, load);
    }
    Sample after = Sample.after(done.switches());
    return new Measured(before, done, after, load.stats(), load.done(), load.complaints());
  }

  private Stretches stretches(Extent extent, int parts, Workers workers, Load load) {
    var series = new Series(parts + 1);
    Duration worked = Duration.ZERO;
    long number = 0;
    series.add(settled(load, number));
    for (int i = 0; i < parts; i++) {
      long began = System.nanoTime();
      number = workers.perform(number, extent.end(i, parts), next -> step(load, next));
      worked = worked.plusNanos(System.nanoTime() - began);
      series.add(settled(load, number));
    }
    return new Stretches(series.samples(), worked);
  }

  private void step(Load load, long number) {
    load.request(number);
    progress.step();
  }

  private static Sample settled(Load load, long switches) {
    load.settle();
    var _ = LiveMemory.now();
    var _ = load.stats(); // lets go of definitions whose users were just collected
    return Sample.after(switches);
  }
}
