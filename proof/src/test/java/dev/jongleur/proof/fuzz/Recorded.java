package dev.jongleur.proof.fuzz;

import dev.jongleur.json.JsonWriter;
import dev.jongleur.testkit.Case;
import dev.jongleur.testkit.Suite;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Texts of the recorded cases: what real input looks like, to be spoilt. */
final class Recorded {
  private static final Set<String> FINDERS = Set.of("find", "all", "findOne");

  private Recorded() {}

  static List<String> filters() {
    return cases()
        .flatMap(one -> one.steps().stream())
        .flatMap(Recorded::filter)
        .distinct()
        .toList();
  }

  static List<String> definitions() {
    return cases().flatMap(one -> one.models().stream()).map(JsonWriter::text).distinct().toList();
  }

  private static Stream<Case> cases() {
    return Suite.bundled().stream()
        .flatMap(
            suite -> Stream.concat(suite.cases().stream(), suite.fixtures().values().stream()));
  }

  private static Stream<String> filter(Map<String, ?> step) {
    boolean finds =
        step.get("call") instanceof String call
            && FINDERS.contains(call.substring(call.lastIndexOf('.') + 1));
    return finds && step.get("args") instanceof List<?> args && !args.isEmpty()
        ? Stream.of(JsonWriter.text(args.getFirst()))
        : Stream.empty();
  }
}
