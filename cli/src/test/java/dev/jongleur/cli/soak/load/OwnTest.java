package dev.jongleur.cli.soak.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.definition.ScalarType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnTest {
  @Test
  void what_is_anothers_is_told() {
    try (DataSource source = DataSource.open("memory")) {
      Model model =
          source.define(
              "Shop",
              shop ->
                  shop.property("owner", ScalarType.STRING)
                      .property(Own.property("acme"), ScalarType.STRING));
      assertThat(model.create(Map.of("owner", "acme")).isStored()).isTrue();
      Own.rows(model, "acme");
      Own.properties(model, "acme");
      assertThatExceptionOfType(CommandFailure.class)
          .isThrownBy(() -> Own.rows(model, "globex"))
          .withMessage("globex sees a row of acme in Shop.");
      assertThatExceptionOfType(CommandFailure.class)
          .isThrownBy(() -> Own.properties(model, "globex"))
          .withMessage("globex sees the property own_acme in Shop.");
    }
  }
}
