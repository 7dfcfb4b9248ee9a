package dev.jongleur.cli.conformance;

import dev.jongleur.testkit.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The files of one suite, which may be split over several. */
record SuiteGroup(String name, List<Suite> parts) {
  SuiteGroup {
    parts = List.copyOf(parts);
  }

  /** By the suites' names, each where it first appears. */
  static List<SuiteGroup> of(List<Suite> suites) {
    var byName = new LinkedHashMap<String, List<Suite>>();
    for (Suite suite : suites) {
      byName.computeIfAbsent(suite.name(), name -> new ArrayList<>()).add(suite);
    }
    return byName.entrySet().stream()
        .map(entry -> new SuiteGroup(entry.getKey(), entry.getValue()))
        .toList();
  }
}
