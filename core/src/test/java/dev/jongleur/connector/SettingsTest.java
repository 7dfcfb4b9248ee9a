package dev.jongleur.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.DefinitionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void adapter_is_another_name_of_the_connector() {
    assertThat(Settings.of(Map.of("adapter", "Memory", "name", "db")))
        .isEqualTo(Settings.of(Map.of("connector", "Memory", "name", "db")));
    assertThat(Settings.of(Map.of("adapter", "h2", "connector", "memory")).connector())
        .isEqualTo("memory");
  }

  @Test
  void without_either_there_is_none() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> Settings.of(Map.of("name", "db")))
        .withMessage("The settings of a data source name its connector.");
  }
}
