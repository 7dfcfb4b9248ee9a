package dev.jongleur.cli.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a process that bears its tenants would not show, each in words. */
final class Shortcomings {
  /** In fewer visits a tenth is too short to be compared. */
  private static final long ENOUGH_VISITS = 1000;

  private static final double SLOWEST = 0.9;

  private Shortcomings() {}

  static List<String> of(CapacityReport report) {
    List<String> found = new ArrayList<>();
    if (report.outOfMemory()) {
      found.add("memory ran out");
    }
    report.failures().forEach((sentence, count) -> found.add(count + " x " + sentence));
    beyond(report.figures(), "databases", found);
    beyond(report.figures(), "connections", found);
    if (report.made() >= ENOUGH_VISITS && report.lastToFirst() < SLOWEST) {
      found.add(
          String.format(
              Locale.ROOT,
              "the last tenth has %.0f %% of the first one's throughput",
              100 * report.lastToFirst()));
    }
    return List.copyOf(found);
  }

  private static void beyond(Map<String, Long> figures, String what, List<String> found) {
    long peak = figures.getOrDefault(what + "Peak", 0L);
    long most = figures.getOrDefault(what + "Most", 0L);
    if (peak > most) {
      found.add(peak + " open " + what + " where " + most + " may be");
    }
  }
}
