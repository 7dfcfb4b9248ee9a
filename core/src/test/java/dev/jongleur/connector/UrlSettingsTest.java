package dev.jongleur.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.DefinitionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-111. */
class UrlSettingsTest {
  private static final String URL =
      "mongodb://ada:s%40crt@db.example:27017/shop/x?ssl=true&pool[max]=5&pool[wait][ms]=9&flag";

  @Test
  void each_part_of_a_url_is_a_setting() {
    Settings settings = Settings.of(URL);
    assertThat(settings.connector()).isEqualTo("mongodb");
    assertThat(settings.values())
        .containsEntry("url", URL)
        .containsEntry("host", "db.example")
        .containsEntry("hostname", "db.example")
        .containsEntry("port", 27017)
        .containsEntry("user", "ada")
        .containsEntry("username", "ada")
        .containsEntry("password", "s@crt")
        .containsEntry("database", "shop")
        .containsEntry("ssl", "true")
        .containsEntry("flag", "")
        .containsEntry("pool", Map.of("max", "5", "wait", Map.of("ms", "9")));
    assertThat(settings.toString()).doesNotContain("s@crt").doesNotContain("s%40crt");
  }

  @Test
  void what_is_not_there_is_no_setting() {
    assertThat(Settings.of("redis://localhost").values())
        .containsOnlyKeys("connector", "url", "host", "hostname");
  }

  @Test
  void a_parameter_takes_the_place_of_no_other_part() {
    assertThat(Settings.of("redis://real?connector=fake&host=fake").values())
        .containsEntry("connector", "redis")
        .containsEntry("host", "real");
  }

  @Test
  void a_url_that_cannot_be_read_is_not_shown() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> Settings.of("redis://ada:s crt@host"))
        .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("crt"));
  }
}
