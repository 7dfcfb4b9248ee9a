package dev.jongleur.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All results of a run, in the order of the cases. */
public record Report(List<Result> results) {
  public Report {
    results = List.copyOf(results);
  }

  public List<Result> failures() {
    return results.stream().filter(Result::failed).toList();
  }

  public long passed() {
    return results.stream().filter(result -> result.outcome() instanceof Outcome.Passed).count();
  }

  public long skipped() {
    return results.stream().filter(result -> result.outcome() instanceof Outcome.Skipped).count();
  }

  /** The failures in words, at most so many of them. */
  public String tell(int most) {
    List<Result> failures = failures();
    return this
        + failures.stream().limit(most).map(failure -> "\n" + failure).collect(Collectors.joining())
        + (failures.size() > most ? "\n... and " + (failures.size() - most) + " more" : "");
  }

  /** How many failed in each suite that has failures. */
  public Map<String, Long> failuresBySuite() {
    return failures().stream()
        .collect(Collectors.groupingBy(Result::suite, TreeMap::new, Collectors.counting()));
  }

  @Override
  public String toString() {
    return passed() + " passed, " + failures().size() + " failed, " + skipped() + " skipped";
  }
}
