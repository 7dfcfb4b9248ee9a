package dev.jongleur.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 2; D01 and D03 of the original. */
class DataSourceIdTest {
  private static final Settings BASE =
      settings(Map.of("host", "h", "port", 5432, "database", "d", "user", "u", "password", "p"));

  private final SecretDigest secrets = new SecretDigest();

  @ParameterizedTest
  @MethodSource
  void every_setting_counts(Settings other) {
    assertThat(id(other)).isNotEqualTo(id(BASE));
  }

  static Stream<Settings> every_setting_counts() {
    return Stream.of(
        BASE.with("user", "v"),
        BASE.with("password", "q"),
        BASE.with("schema", "s"),
        BASE.with("file", "f"),
        BASE.with("url", "jdbc:postgresql://other/d"),
        BASE.with("name", "n"),
        BASE.with("port", 5433),
        BASE.with("port", "5432"),
        BASE.with("connector", "other"),
        BASE.with("ssl", Map.of("ca", "x")),
        BASE.with("hosts", List.of("a", "b")));
  }

  @Test
  void nested_settings_count_in_full() {
    assertThat(id(BASE.with("ssl", Map.of("ca", "x"))))
        .isNotEqualTo(id(BASE.with("ssl", Map.of("ca", "y"))));
    assertThat(id(BASE.with("ssl", Map.of(1, "x"))))
        .isNotEqualTo(id(BASE.with("ssl", Map.of(1, "y"))));
    assertThat(id(BASE.with("hosts", List.of("a", "b"))))
        .isNotEqualTo(id(BASE.with("hosts", List.of("ab"))));
    assertThat(id(BASE.with("ssl", Map.of("password", "x"))))
        .isNotEqualTo(id(BASE.with("ssl", Map.of("password", "y"))));
  }

  @Test
  void values_cannot_be_chosen_so_that_two_settings_read_the_same() {
    assertThat(id(BASE.with("a", "x;1:b;1:y")))
        .isNotEqualTo(id(BASE.with("a", "x").with("b", "y")));
    assertThat(id(BASE.with("a", true))).isNotEqualTo(id(BASE.with("a", "true")));
  }

  @Test
  void numbers_of_one_value_are_one_and_text_is_another() {
    Settings one = BASE.with("weight", 1);
    assertThat(id(BASE.with("weight", 1.0))).isEqualTo(id(one));
    assertThat(id(BASE.with("weight", 1L))).isEqualTo(id(one));
    assertThat(id(BASE.with("weight", new BigDecimal("1.00")))).isEqualTo(id(one));
    assertThat(id(BASE.with("weight", Double.NaN))).isNotEqualTo(id(one));
    assertThat(id(BASE.with("weight", "1"))).isNotEqualTo(id(one));
  }

  @Test
  void the_case_of_a_connectors_name_does_not_count() {
    assertThat(id(Settings.of("Memory"))).isEqualTo(id(Settings.of("memory")));
  }

  @Test
  void without_a_secret_an_id_is_the_same_in_every_registry() {
    Settings open = Settings.of("memory").with("url", "jdbc:postgresql://host:5432/d");
    assertThat(id(open)).isEqualTo(DataSourceId.of(open, new SecretDigest()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:x://u:hunter2@h/d",
        "jdbc:x://h/d?pass=hunter2",
        "jdbc:x://h/d;PASSWORD=hunter2",
        "jdbc:x:password=hunter2"
      })
  void a_secret_in_a_url_is_never_kept_in_the_open(String url) {
    for (String key : List.of("url", "uri", "endpoint")) {
      Settings settings = BASE.with(key, url);
      assertThat(CanonicalSettings.text(settings, secrets)).doesNotContain("hunter2");
      assertThat(id(settings)).isNotEqualTo(id(BASE.with(key, url + "x")));
    }
  }

  @Test
  void the_order_of_settings_does_not_count() {
    var one = new LinkedHashMap<String, Object>(Map.of("connector", "memory"));
    one.put("b", Map.of("x", 1, "y", 2));
    one.put("a", 1);
    var two = new LinkedHashMap<String, Object>();
    two.put("a", 1);
    two.put("b", new LinkedHashMap<>(Map.of("y", 2, "x", 1)));
    two.put("connector", "memory");
    assertThat(id(Settings.of(one))).isEqualTo(id(Settings.of(two)));
  }

  @Test
  void an_id_prints_its_connector_and_eight_digits() {
    assertThat(id(BASE).toString()).matches("ds_memory_[0-9a-f]{8}");
    assertThat(id(BASE).digest()).hasSize(64);
  }

  @Test
  void a_secret_cannot_be_read_or_guessed_from_what_is_shown() {
    Settings secretive =
        BASE.with("password", "hunter2")
            .with("url", "jdbc:x://u:hunter2@h/d")
            .with("ssl", Map.of("keyPassword", "hunter2", "passphrase", "hunter2"))
            .with("accessToken", "hunter2")
            .with("apiKey", "hunter2");
    assertThat(secretive.toString()).doesNotContain("hunter2");
    assertThat(CanonicalSettings.text(secretive, secrets)).doesNotContain("hunter2");
    assertThat(id(secretive)).isNotEqualTo(DataSourceId.of(secretive, new SecretDigest()));
    try (var open = new ModelRegistry().open(secretive)) {
      assertThat(open.toString() + open.settings()).doesNotContain("hunter2");
    }
  }

  @Test
  void settings_do_not_change_with_what_they_were_made_of() {
    var hosts = new ArrayList<>(List.of("a"));
    var ssl = new LinkedHashMap<String, Object>(Map.of("ca", "x"));
    Settings settings = BASE.with("hosts", hosts).with("ssl", ssl);
    DataSourceId before = id(settings);
    hosts.add("b");
    ssl.clear();
    assertThat(id(settings)).isEqualTo(before);
    assertThat(settings.values()).containsEntry("ssl", Map.of("ca", "x"));
  }

  @Test
  void a_setting_without_a_value_is_as_if_not_given() {
    var raw = new HashMap<String, @Nullable Object>(BASE.values());
    raw.put("schema", null);
    assertThat(Settings.of(raw)).isEqualTo(BASE);
  }

  private DataSourceId id(Settings settings) {
    return DataSourceId.of(settings, secrets);
  }

  private static Settings settings(Map<String, Object> values) {
    Settings all = Settings.of("memory");
    for (var entry : values.entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }
}
