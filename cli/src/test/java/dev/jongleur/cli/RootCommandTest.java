package dev.jongleur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootCommandTest {
  @Test
  void help_names_the_commands() {
    Ran ran = Ran.jongleur("help");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("serve", "soak", "conformance", "help");
  }

  @Test
  void the_version_is_told() {
    Ran ran = Ran.jongleur("--version");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).startsWith("jongleur ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "juggle",
        "--juggle",
        "soak --juggle",
        "soak --tenants 0",
        "soak --models x",
        "footprint --tenants 0",
        "footprint --models 0",
        "footprint --customised 1.5",
        "footprint --customised NaN",
        "footprint --tenants 10000001"
      })
  void what_cannot_be_meant_is_told_with_the_usage(String line) {
    Ran ran = Ran.jongleur(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("Usage: jongleur");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void a_failure_is_one_line() {
    Ran ran = Ran.jongleur("conformance", "no-such-suite");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualToIgnoringNewLines(
            "jongleur: There is no file, directory or bundled suite called \"no-such-suite\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--verbose conformance no-such", "conformance --verbose no-such"})
  void its_stack_is_shown_on_demand(String line) {
    assertThat(Ran.jongleur(line.split(" ")).err()).contains("\tat dev.jongleur.cli.");
  }
}
