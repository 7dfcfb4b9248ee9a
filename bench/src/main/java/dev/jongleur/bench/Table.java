package dev.jongleur.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;

/** What was measured, beside what is to be reached. */
final class Table {
  private final List<String> lines = new ArrayList<>();
  private boolean reached = true;

  static Table of(Collection<RunResult> results, EntityBytes bytes) {
    var table = new Table();
    table.line("%-36s %15s %12s %12s %8s", "a second", "measured", "± error", "to reach", "Node ×");
    Reach.ALL.forEach(
        reach -> find(results, reach.benchmark()).ifPresent(r -> table.add(reach, r)));
    table.compare(results);
    table.add(bytes);
    return table;
  }

  /** Whether everything that was measured is as it is to be. */
  boolean isReached() {
    return reached;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private void add(Reach reach, RunResult result) {
    double score = result.getPrimaryResult().getScore();
    line(
        "%-36s %,15.0f %,12.0f %,12.0f %8s",
        reach.unit(),
        score,
        result.getPrimaryResult().getScoreError(),
        reach.perSecond(),
        reach.original() == 0 ? "" : String.format(Locale.ROOT, "%,.0f", score / reach.original()));
    reached &= score >= reach.perSecond();
  }

  /** Observers that do nothing cost at most a tenth of a create. */
  private void compare(Collection<RunResult> results) {
    Optional<RunResult> plain = find(results, "create");
    Optional<RunResult> observed = find(results, "createObserved");
    if (plain.isPresent() && observed.isPresent()) {
      double cost =
          plain.get().getPrimaryResult().getScore() / observed.get().getPrimaryResult().getScore()
              - 1;
      line("two empty observers cost %.1f %% of a create (at most 10 %%)", 100 * cost);
      reached &= cost <= 0.1;
    }
  }

  private void add(EntityBytes bytes) {
    line(
        "an entity of 10 properties retains %.0f bytes, a LinkedHashMap %.0f: %.0f %% (at most 40 %%)",
        bytes.entity(), bytes.map(), 100 * bytes.ratio());
    line(
        "with values of its own %.0f bytes, a LinkedHashMap %.0f: %.0f %%",
        bytes.fullEntity(), bytes.fullMap(), 100 * bytes.fullRatio());
    reached &= bytes.ratio() <= 0.4;
  }

  private static Optional<RunResult> find(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .findFirst();
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
