package dev.jongleur.cli.conformance;

import dev.jongleur.testkit.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** How the cases of one suite came out. */
record SuiteReport(String suite, Report report) {
  /** The line for people: only counts that are not zero. */
  String line(int width) {
    var counts = new StringJoiner(", ");
    add(counts, report.passed(), "passed");
    add(counts, report.failures().size(), "failed");
    add(counts, report.skipped(), "skipped");
    String padded = suite + " ".repeat(Math.max(0, width - suite.length()));
    return padded + "  " + (counts.length() == 0 ? "no cases" : counts);
  }

  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("suite", suite);
    map.put("passed", report.passed());
    map.put("failed", report.failures().size());
    map.put("skipped", report.skipped());
    return map;
  }

  private static void add(StringJoiner counts, long number, String what) {
    if (number > 0) {
      counts.add(number + " " + what);
    }
  }
}
