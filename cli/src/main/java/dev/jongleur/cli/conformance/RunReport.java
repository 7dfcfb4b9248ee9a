package dev.jongleur.cli.conformance;

import dev.jongleur.testkit.Outcome;
import dev.jongleur.testkit.Report;
import dev.jongleur.testkit.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How all suites came out on a connector. */
record RunReport(String connector, List<SuiteReport> suites) {
  RunReport {
    suites = List.copyOf(suites);
  }

  Report total() {
    return new Report(results().toList());
  }

  /** By the names that programs read. */
  Map<String, Object> toMap() {
    Report total = total();
    var map = new LinkedHashMap<String, Object>();
    map.put("connector", connector);
    map.put("passed", total.passed());
    map.put("failed", total.failures().size());
    map.put("skipped", total.skipped());
    map.put("suites", suites.stream().map(SuiteReport::toMap).toList());
    map.put("cases", results().flatMap(RunReport::told).toList());
    return map;
  }

  private Stream<Result> results() {
    return suites.stream().flatMap(suite -> suite.report().results().stream());
  }

  /** The cases that did not pass, each with its reason. */
  private static Stream<Map<String, Object>> told(Result result) {
    return switch (result.outcome()) {
      case Outcome.Passed() -> Stream.empty();
      case Outcome.Skipped(String flag) -> Stream.of(entry(result, "skipped", "requires " + flag));
      case Outcome.Failed failed -> {
        Map<String, Object> entry = entry(result, "failed", failed.reason());
        entry.put("step", failed.step());
        entry.put("source", failed.source());
        failed.cause().ifPresent(cause -> entry.put("exception", cause.toString()));
        yield Stream.of(entry);
      }
    };
  }

  private static Map<String, Object> entry(Result result, String outcome, String reason) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", result.id());
    entry.put("suite", result.suite());
    entry.put("outcome", outcome);
    entry.put("reason", reason);
    return entry;
  }
}
