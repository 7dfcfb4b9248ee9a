package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.DefinitionException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that mean the same are one data source, and no others (law 2, D01 of the original). */
class SameDataSourceTest {
  private static final String HERE = Path.of("").toAbsolutePath().toString();
  private static final Settings MEMORY = Settings.of("h2");

  @TempDir Path temp;
  private final ModelRegistry registry = new ModelRegistry();

  private static Settings url(String url) {
    return Settings.of(url);
  }

  private static Settings file(String file) {
    return MEMORY.with("file", file);
  }

  static Stream<Arguments> same() {
    return Stream.of(
        Arguments.of(MEMORY, MEMORY.with("user", "sa")),
        Arguments.of(MEMORY, MEMORY.with("password", "")),
        Arguments.of(MEMORY, MEMORY.connections(20)),
        Arguments.of(MEMORY, MEMORY.with("connections", "20")),
        Arguments.of(MEMORY, MEMORY.with("idle", 60).with("wait", 5000)),
        Arguments.of(MEMORY.with("databases", 7), MEMORY.with("databases", "7")),
        Arguments.of(MEMORY, MEMORY.isolation(Isolation.DATABASE_PER_TENANT)),
        Arguments.of(MEMORY, Settings.of("H2")),
        Arguments.of(file("target/a"), file("./target/b/../a")),
        Arguments.of(file("target/a"), file(HERE + "/target/a")),
        Arguments.of(
            MEMORY.with("directory", "target"), MEMORY.with("directory", HERE + "/target")),
        Arguments.of(url("jdbc:h2:./target/a"), url("jdbc:h2:file:./target/a")),
        Arguments.of(url("jdbc:h2:./target/a"), url("jdbc:h2:" + HERE + "/target/a")),
        Arguments.of(url("jdbc:h2:./target/a"), file("target/a")),
        Arguments.of(
            url("jdbc:h2:mem:a;CACHE_SIZE=1;IFEXISTS=FALSE"),
            url("jdbc:h2:mem:a;ifexists=FALSE;;cache_size=1")),
        Arguments.of(url("jdbc:h2:tcp://LocalHost/a"), url("jdbc:h2:tcp://localhost:9092/a")));
  }

  @ParameterizedTest
  @MethodSource("same")
  void settings_that_mean_the_same_are_one(Settings one, Settings two) {
    assertThat(id(one)).isEqualTo(id(two));
  }

  static Stream<Arguments> different() {
    return Stream.of(
        Arguments.of(MEMORY, MEMORY.with("user", "ada")),
        Arguments.of(MEMORY, MEMORY.with("password", "x")),
        Arguments.of(MEMORY, MEMORY.connections(21)),
        Arguments.of(MEMORY, MEMORY.with("databases", 100)),
        Arguments.of(MEMORY, MEMORY.isolation(Isolation.SCHEMA_PER_TENANT)),
        Arguments.of(MEMORY, MEMORY.with("schema", "s")),
        Arguments.of(MEMORY, MEMORY.with("name", "n")),
        Arguments.of(file("target/a"), file("target/b")),
        Arguments.of(file("target/a"), MEMORY.with("directory", "target/a")),
        Arguments.of(url("jdbc:h2:mem:a"), url("jdbc:h2:mem:b")),
        Arguments.of(url("jdbc:h2:mem:a"), url("jdbc:h2:mem:A")),
        Arguments.of(url("jdbc:h2:mem:a"), url("jdbc:h2:mem:a;CACHE_SIZE=1")),
        Arguments.of(url("jdbc:h2:tcp://one/a"), url("jdbc:h2:tcp://two/a")),
        Arguments.of(url("jdbc:h2:tcp://one/a"), url("jdbc:h2:ssl://one/a")),
        Arguments.of(url("jdbc:h2:tcp://one:1/a"), url("jdbc:h2:tcp://one/a")),
        Arguments.of(url("jdbc:h2:tcp://one/a"), url("jdbc:h2:tcp://one/b")));
  }

  @ParameterizedTest
  @MethodSource("different")
  void settings_that_mean_something_else_are_another(Settings one, Settings two) {
    assertThat(id(one)).isNotEqualTo(id(two));
  }

  private static String id(Settings settings) {
    return new JdbcProvider().canonical(settings).with("connector", "h2").values().toString();
  }

  @Test
  void forms_that_mean_the_same_share_one_registry_and_the_rows() {
    try (DataSource one = registry.open(file(temp.resolve("a").toString()));
        DataSource two = registry.open(url("jdbc:h2:file:" + temp.resolve("x/../a")))) {
      var _ = one.define("User", u -> u.property("name", ScalarType.STRING));
      var _ = two.define("User", u -> u.property("name", ScalarType.STRING));
      var _ = one.model("User").create(Map.of("name", "Ada"));
      assertThat(one.id()).isEqualTo(two.id());
      assertThat(registry.stats().tenantRegistries()).isEqualTo(1);
      assertThat(two.model("User").count()).isEqualTo(1);
    }
    assertThat(registry.stats().leases()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:a;USER=sa;PASSWORD=hunter2",
        "jdbc:h2:tcp://sa:hunter2@localhost/a",
        "jdbc:h2:\0hunter2"
      })
  void what_cannot_be_used_is_refused_without_showing_it(String url) {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> registry.open(url(url).with("connections", 0)).close())
        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("hunter2"));
    assertThat(registry.stats().leases()).isZero();
  }
}
