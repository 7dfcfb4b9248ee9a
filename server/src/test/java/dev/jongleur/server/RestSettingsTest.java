package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.error.DataException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestSettingsTest {
  @Test
  void by_default_only_this_machine_is_served() {
    assertThat(RestSettings.DEFAULT.host()).isEqualTo("127.0.0.1");
    assertThat(RestSettings.DEFAULT.port()).isZero();
    assertThat(RestSettings.DEFAULT.publicModels()).isEmpty();
  }

  @Test
  void a_builder_starts_from_settings_and_leaves_them_as_they_are() {
    RestSettings first = RestSettings.builder().port(1).publicModel("A").build();
    RestSettings second = first.toBuilder().port(2).publicModel("B", "bees").build();

    assertThat(first.publicModels()).containsOnlyKeys("A");
    assertThat(second.publicModels()).containsEntry("B", "bees").containsKey("A");
    assertThat(second.toBuilder().build()).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "api", "/api/", "/t", "/t/x", "/health", "/a b", "//"})
  void a_path_that_cannot_be_served_is_refused(String path) {
    var builder = RestSettings.builder().apiPath(path);

    assertThatThrownBy(builder::build).isInstanceOf(DataException.class);
  }

  @Test
  void numbers_and_times_out_of_range_are_refused() {
    assertThatThrownBy(() -> RestSettings.builder().port(65_536).build())
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> RestSettings.builder().maxBodyBytes(0).build())
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> RestSettings.builder().patience(Duration.ZERO).build())
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> RestSettings.builder().tenantHeader("a b").build())
        .isInstanceOf(DataException.class);
  }
}
