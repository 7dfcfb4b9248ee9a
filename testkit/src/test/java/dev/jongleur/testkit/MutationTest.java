package dev.jongleur.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every outcome that a bundled case states is looked at: falsify any one, and the case fails. */
class MutationTest {
  private static final List<String> FOLDERS = List.of("querying", "decided", "crud", "observers");

  @Test
  void no_falsified_case_passes() {
    List<Suite> falsified =
        Suite.bundled().stream()
            .filter(suite -> FOLDERS.stream().anyMatch(suite::isIn))
            .map(MutationTest::falsified)
            .toList();
    Report report = Conformance.run(falsified, Backend.memory());
    assertThat(report.results()).hasSizeGreaterThan(1000);
    assertThat(report.results().stream().filter(result -> !result.failed())).isEmpty();
  }

  private static Suite falsified(Suite suite) {
    var cases = new ArrayList<Case>();
    for (Case source : suite.cases()) {
      for (int i = 0; i < source.steps().size(); i++) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>(source.steps().get(i));
        if (falsify(step)) {
          cases.add(withStep(source, i, step));
        }
      }
    }
    return new Suite(suite.name(), suite.readOnly(), suite.fixtures(), cases);
  }

  private static boolean falsify(Map<String, @Nullable Object> step) {
    if (step.containsKey("returns")) {
      step.put("returns", "something else");
    } else if (step.get("throws") instanceof Map<?, ?> expected && expected.containsKey("list")) {
      step.put("throws", Map.of("list", List.of()));
    } else if (step.containsKey("throws")) {
      step.put("throws", Map.of("name", "Error", "statusCode", 999L));
    } else if (step.get("events") instanceof List<?> events) {
      var more = new ArrayList<@Nullable Object>(events);
      more.add(Map.of("model", "M", "hook", "access", "ctx", Map.of()));
      step.put("events", more);
    } else {
      return false;
    }
    return true;
  }

  private static Case withStep(Case source, int place, Map<String, @Nullable Object> step) {
    var steps = new ArrayList<>(source.steps());
    steps.set(place, step);
    return new Case(
        source.id() + "#" + (place + 1),
        source.about(),
        source.fixture(),
        source.requires(),
        source.dataSources(),
        source.mixins(),
        source.models(),
        steps);
  }
}
