package dev.jongleur.cli.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is still there after a run and should be gone, each in words. */
final class Leftovers {
  private final SoakReport report;
  private final List<String> found = new ArrayList<>();

  private Leftovers(SoakReport report) {
    this.report = report;
  }

  static List<String> of(SoakReport report) {
    Leftovers leftovers = new Leftovers(report);
    leftovers.counts();
    leftovers.threads();
    leftovers.memory();
    return List.copyOf(leftovers.found);
  }

  private void counts() {
    count("tenant registries that should be gone", report.registry().tenantRegistries());
    count("leases that should be gone", report.registry().leases());
    found.addAll(report.measured().complaints());
  }

  private void count(String what, long left) {
    if (left != 0) {
      found.add(what + ": " + left);
    }
  }

  private void threads() {
    if (report.threadsEnd().count() > report.threadsStart().count()) {
      List<String> more = report.threadsEnd().beyond(report.threadsStart());
      found.add("threads that should be gone: " + String.join(", ", more));
    }
  }

  private void memory() {
    Tolerance tolerance = Tolerance.of(report.plan().storage());
    long heap = report.end().liveHeap() - report.start().liveHeap();
    long metaspace = report.end().metaspace() - report.start().metaspace();
    if (report.switches() >= SoakPlan.LONG) {
      slope("live heap", report.heap(), tolerance.heap());
      slope("metaspace", report.metaspace(), tolerance.metaspace());
    } else {
      grown("metaspace", metaspace, tolerance.metaspace());
    }
    grown("live heap", heap, Tolerance.MOST_HEAP);
  }

  /** Noise aside: what the slope is at least, over the whole run. */
  private void slope(String what, Slope slope, long once) {
    if (slope.exceeds((double) once / report.switches())) {
      found.add(
          String.format(
              Locale.ROOT,
              "%s that should be gone: %.3f bytes a switch, at least %.3f",
              what,
              slope.perSwitch(),
              slope.low()));
    }
  }

  private void grown(String what, long bytes, long most) {
    if (bytes > most) {
      found.add(String.format(Locale.ROOT, "%s that should be gone: %,d bytes", what, bytes));
    }
  }
}
