package dev.jongleur.cli.soak;

import dev.jongleur.ModelRegistry;
import dev.jongleur.cli.measure.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One run: warms up, then makes all requests through one registry, and looks in between, while no
 * request is under way, at what is alive.
 */
final class SoakRun {
  private static final int STRETCHES = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SoakPlan plan;
  private final Request request;
  private final Progress progress;

  SoakRun(SoakPlan plan, Request request, Progress progress) {
    this.plan = plan;
    this.request = request;
    this.progress = progress;
  }

  SoakReport perform() {
    ModelRegistry registry = new ModelRegistry();
    List<Sample> samples = new ArrayList<>();
    LiveThreads start;
    Duration worked;
    try (Workers workers = new Workers(plan.threads())) {
      warmUp(workers);
      start = LiveThreads.now().without(Workers.PREFIX);
      worked = work(workers, registry, samples);
    }
    LiveThreads end = start.settled(PATIENCE);
    return new SoakReport(plan, registry.stats(), samples, worked, start, end);
  }

  /**
   * Loads the classes and fills the caches that are the same for all, those of this measurement
   * too; with a registry and tenants of its own.
   */
  private void warmUp(Workers workers) {
    var request = request(new ModelRegistry(), "warmup_");
    for (int i = 0; i < STRETCHES; i++) {
      var _ = stretch(i, plan.warmUp(), workers, request);
      var _ = Sample.after(i);
    }
  }

  private Duration work(Workers workers, ModelRegistry registry, List<Sample> samples) {
    var request = request(registry, "tenant_");
    Duration worked = Duration.ZERO;
    samples.add(Sample.after(0));
    for (int i = 0; i < STRETCHES; i++) {
      worked = worked.plus(stretch(i, plan.switches(), workers, request));
      var _ = registry.stats(); // lets go of definitions that nobody uses any more
      samples.add(Sample.after(end(i, plan.switches())));
    }
    return worked;
  }

  /** Makes one of the equal parts of so many requests. */
  private static Duration stretch(int part, long all, Workers workers, LongConsumer request) {
    long began = System.nanoTime();
    workers.perform(end(part - 1, all), end(part, all), request);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static long end(int part, long all) {
    return all * (part + 1) / STRETCHES;
  }

  private LongConsumer request(ModelRegistry registry, String prefix) {
    return number -> {
      request.perform(registry, prefix + number % plan.tenants(), number);
      progress.step();
    };
  }
}
