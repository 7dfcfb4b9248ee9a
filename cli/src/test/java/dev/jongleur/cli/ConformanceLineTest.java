package dev.jongleur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceLineTest {
  private static final String SUITE =
      """
      {"suite": "tiny/%s", "cases": [
        {"id": "tiny/%1$s/count", "about": "one row is counted",
         "models": [{"name": "Pet", "properties": {"name": "string"}}],
         "steps": [
           {"call": "Pet.create", "args": [{"name": "Rex"}]},
           {"call": "Pet.count", "returns": %d}]},
        {"id": "tiny/%1$s/strange", "about": "needs what nobody has", "requires": ["wings"],
         "steps": []}]}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void write_suites() throws IOException {
    Files.writeString(directory.resolve("case-10.json"), SUITE.formatted("bad", 2));
    Files.writeString(directory.resolve("case-9.json"), SUITE.formatted("good", 1));
  }

  @Test
  void cases_that_pass_are_counted() {
    Ran ran = Ran.jongleur("conformance", directory.resolve("case-9.json").toString());
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines())
        .containsExactly("tiny/good  1 passed, 1 skipped", "1 passed, 0 failed, 1 skipped");
  }

  @Test
  void a_case_that_fails_is_named_below_its_suite() {
    Ran ran = Ran.jongleur("conformance", directory.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines())
        .containsExactly(
            "tiny/good  1 passed, 1 skipped",
            "tiny/bad   1 failed, 1 skipped",
            "  failed: tiny/bad/count",
            "1 passed, 1 failed, 2 skipped");
  }

  @Test
  void verbose_tells_the_step_what_was_expected_and_what_came() {
    Ran ran = Ran.jongleur("conformance", "--verbose", directory.toString());
    assertThat(ran.out())
        .containsSubsequence("failed: tiny/bad/count", "step 2", "Pet.count", "expected: 2", "1");
    assertThat(ran.lines().getLast()).isEqualTo("1 passed, 1 failed, 2 skipped");
  }

  @Test
  void the_same_is_written_as_json() throws IOException {
    Path file = directory.resolve("report");
    Ran ran = Ran.jongleur("conformance", "--json", file.toString(), directory.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(Files.readString(file))
        .contains("\"passed\" : 1", "\"failed\" : 1", "tiny/bad/count", "requires wings");
  }

  @Test
  void bundled_suites_go_by_name() {
    Ran ran = Ran.jongleur("conformance", "querying/paging", "decided/like");
    assertThat(ran.exit()).isZero();
    assertThat(
            List.of(ran.lines().getFirst().split(" ", 2)[0], ran.lines().get(1).split(" ", 2)[0]))
        .containsExactly("querying/paging", "decided/like");
  }

  @Test
  void a_file_without_cases_is_named() throws IOException {
    Path other = Files.writeString(directory.resolve("other.json"), "{\"name\": \"x\"}");
    Ran ran = Ran.jongleur("conformance", other.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("other.json holds no cases").contains("There are no cases in");
  }

  @Test
  void a_file_that_is_no_json_is_named() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"suite\": ");
    Ran ran = Ran.jongleur("conformance", broken.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).startsWith("jongleur: ").contains("broken.json");
  }
}
