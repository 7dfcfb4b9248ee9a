package dev.jongleur.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runner that cannot fail proves nothing: each kind of wrong outcome must be told. */
class RunnerTest {
  private static final String SUITE =
      """
      {"suite": "own", "cases": [{"id": "own/one", "about": "it",
        "models": [{"name": "M", "strict": true, "properties":
          {"id": {"type": "number", "id": true}, "v": "string", "d": "date"}}],
        "steps": [
          {"call": "M.create", "args": [[{"id": 1, "v": "a"}, {"id": 2, "v": "b"}]]},
          STEP
        ]}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'call': 'M.count', 'returns': 2}",
        "{'call': 'M.find', 'returns': [{'id': 1, 'v': 'a'}, {'id': 2, 'v': 'b'}]}",
        "{'call': 'M.find', 'unordered': true, 'pluck': 'id', 'returns': [2, 1]}",
        "{'call': 'M.findById', 'args': [9], 'returns': {'$absent': true}}",
        "{'call': 'M.findById', 'args': [1], 'returns': {'id': {'$any': 'number', 'max': 1},"
            + " 'v': {'$any': 'string'}, 'd': {'$absent': true}}}",
        "{'call': 'M.create', 'args': [{'id': 3, 'w': 1}], 'throws': {'name': 'ValidationError',"
            + " 'statusCode': 422, 'context': 'M', 'codes': {'w': ['unknown-property']}}}",
        "{'call': 'M.create', 'args': [5], 'throws': {'name': 'ArgumentError'}}",
        "{'call': 'M.create', 'args': [{'id': 1}], 'mayFail': true}"
      })
  void a_right_expectation_passes(String step) throws IOException {
    assertThat(run(step).outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'call': 'M.count', 'returns': 3}",
        "{'call': 'M.count', 'returns': '2'}",
        "{'call': 'M.count', 'returns': null}",
        "{'call': 'M.count', 'throws': {'name': 'Error'}}",
        "{'call': 'M.find', 'returns': [{'id': 2, 'v': 'b'}, {'id': 1, 'v': 'a'}]}",
        "{'call': 'M.find', 'pluck': 'id', 'returns': [1]}",
        "{'call': 'M.find', 'pluck': 'id', 'returns': [1, 2, 3]}",
        "{'call': 'M.find', 'unordered': true, 'pluck': 'id', 'returns': [2, 2]}",
        "{'call': 'M.findById', 'args': [1], 'returns': {'id': 1, 'v': 'a', 'd': null}}",
        "{'call': 'M.findById', 'args': [1], 'returns': {'id': 1}}",
        "{'call': 'M.findById', 'args': [1], 'returns': {'$absent': true}}",
        "{'call': 'M.findById', 'args': [1], 'returns': {'id': 1, 'v': {'$any': 'uuid'}}}",
        "{'call': 'M.create', 'args': [{'id': 1}]}",
        "{'call': 'M.create', 'args': [{'id': 3, 'w': 1}], 'throws': {'name': 'ValidationError',"
            + " 'codes': {'v': ['unknown-property']}}}",
        "{'call': 'M.create', 'args': [{'id': 3, 'w': 1}], 'throws': {'name': 'PKMissingError'}}",
        "{'call': 'M.create', 'args': [{'id': 1}], 'throws': {'name': 'Error', 'statusCode': 400}}",
        "{'call': 'M.noSuchMethod', 'throws': {'name': 'Error'}}",
        "{'call': 'M.noSuchMethod', 'mayFail': true}",
        "{'get': '$nothing.v', 'returns': null}",
        "{'events': [{'model': 'M', 'hook': 'access', 'ctx': {}}]}",
        "{'what': 'is this'}"
      })
  void a_wrong_expectation_is_told(String step) throws IOException {
    Result result = run(step);
    assertThat(result.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.step()).isEqualTo("step 2"));
    assertThat(result.toString()).contains("own/one");
  }

  @Test
  void a_failure_shows_what_was_expected_and_what_came() throws IOException {
    String told = run("{'call': 'M.find', 'pluck': 'v', 'returns': ['a', 'c']}").toString();
    assertThat(told).contains("expected: [\"a\",\"c\"]").contains("actual:   [\"a\",\"b\"]");
  }

  @Test
  void a_case_that_needs_more_is_skipped_and_says_why() throws IOException {
    var poor = new Backend("poor", Backend.memory().fresh(), java.util.Set.of());
    Path file = write("{'call': 'M.count', 'returns': 9}", "\"requires\": [\"near\"],");
    Report report = Conformance.runFiles(List.of(file), poor, result -> {});
    assertThat(report.results().getFirst().outcome()).isEqualTo(new Outcome.Skipped("near"));
    assertThat(report.skipped()).isEqualTo(1);
  }

  @Test
  void the_index_names_every_bundled_file() throws IOException {
    Path root = Path.of("src/main/resources/dev/jongleur/testkit/conformance");
    try (Stream<Path> files = Files.walk(root)) {
      List<String> names =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      assertThat(Files.readAllLines(root.resolve("index.txt"))).containsExactlyElementsOf(names);
    }
  }

  private Result run(String step) throws IOException {
    Report report = Conformance.runFiles(List.of(write(step, "")), Backend.memory(), each -> {});
    return report.results().getFirst();
  }

  private Path write(String step, String more) throws IOException {
    String suite =
        SUITE.replace("STEP", step.replace('\'', '"')).replace("\"models\"", more + "\"models\"");
    return Files.writeString(folder.resolve("own.json"), suite);
  }
}
