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
    count("data sources that nobody closed", report.registry().forgotten());
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
    Tolerance tolerance = Tolerance.of(report.plan());
    long heap = report.end().liveHeap() - report.start().liveHeap();
    long metaspace = report.end().metaspace() - report.start().metaspace();
    if (heap > tolerance.heap()) {
      grown("live heap", heap, report.heap());
    }
    if (metaspace > tolerance.metaspace()) {
      grown("metaspace", metaspace, report.metaspace());
    }
  }

  private void grown(String what, long bytes, Slope slope) {
    if (!report.plan().isLong() || slope.exceeds(1)) {
      found.add(
          String.format(
              Locale.ROOT,
              "%s that should be gone: %,d bytes, %.2f ± %.2f a switch",
              what,
              bytes,
              slope.perSwitch(),
              slope.error()));
    }
  }
}
