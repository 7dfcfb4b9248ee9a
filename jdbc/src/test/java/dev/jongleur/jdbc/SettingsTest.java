package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.TenantException;
import dev.jongleur.error.UnsupportedException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void the_provider_answers_to_the_names_of_its_dialects() {
    assertThat(new JdbcProvider().names()).containsExactly("h2");
  }

  @Test
  void data_outside_the_connector_is_shared_and_data_inside_is_not() {
    var provider = new JdbcProvider();
    assertThat(provider.isShared(Settings.of("h2"))).isFalse();
    assertThat(provider.isShared(Settings.of("h2").with("directory", "/x"))).isTrue();
    assertThat(provider.isShared(Settings.of("jdbc:h2:mem:x"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x;INIT=create table hacked(id int)",
        "jdbc:h2:mem:x;INIT=x",
        "jdbc:h2:mem:x;CACHE_SIZE=1\\;INIT=x",
        "jdbc:h2:mem:x?INIT=x",
        "jdbc:h2:mem:x; init=x",
        "jdbc:h2:mem:x;TRACE_LEVEL_FILE=3",
        "jdbc:h2:mem:x;MODE=MySQL",
        "jdbc:h2:mem:x;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        "jdbc:h2:mem:x;=",
        "jdbc:postgresql:x"
      })
  void a_url_with_an_option_that_is_not_known_to_be_harmless_is_refused(String url) {
    Settings settings = Settings.of("h2").with("url", url);
    assertThatThrownBy(() -> h2.open(settings))
        .isInstanceOf(DefinitionException.class)
        .message()
        .doesNotContain("hacked", "INIT=x");
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    Settings h2Settings = Settings.of("h2");
    refused(h2Settings.with("connections", 0), "connections");
    refused(h2Settings.with("databases", "many"), "databases");
    refused(h2Settings.with("isolation", "NONE"), "isolation");
    refused(h2Settings.with("file", "a").with("directory", "b"), "exclude each other");
    refused(h2Settings.with("directory", "/tmp/a;INIT=x"), "semicolon");
  }

  @Test
  void a_password_is_not_shown() {
    var settings = Settings.of("h2").with("user", "me").with("password", "hunter2");
    var parsed = JdbcSettings.of(new dev.jongleur.jdbc.dialect.H2Dialect(), settings);
    assertThat(parsed.toString()).doesNotContain("hunter2");
  }

  @Test
  void capabilities_follow_the_settings() {
    assertThat(h2.inMemory().capabilities())
        .contains(Capability.PARTITIONS, Capability.LIKE)
        .doesNotContain(Capability.DURABLE, Capability.TYPED_VALUES);
    assertThat(h2.open(inDirectory()).capabilities())
        .contains(Capability.PARTITIONS, Capability.DURABLE);
    assertThat(
            h2.open(Settings.of("h2").with("file", temp.resolve("one").toString())).capabilities())
        .contains(Capability.DURABLE)
        .doesNotContain(Capability.PARTITIONS);
  }

  @Test
  void one_database_has_no_partitions_unless_they_are_schemas() {
    Settings one = Settings.of("jdbc:h2:mem:one");
    assertThatThrownBy(() -> h2.open(one).store(H2.ACME)).isInstanceOf(UnsupportedException.class);
    h2.open(one.isolation(Isolation.SCHEMA_PER_TENANT)).store(H2.ACME).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "A", "a/b", "a;INIT=x", "a b", "@whole", "a\""})
  void a_hostile_tenant_name_never_becomes_a_file(String name) {
    JdbcConnector connector = h2.open(inDirectory());
    assertThatThrownBy(() -> connector.store(new Partition(name)))
        .isInstanceOf(TenantException.class);
    assertThatThrownBy(() -> connector.erase(new Partition(name)))
        .isInstanceOf(TenantException.class);
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void a_ping_answers_and_makes_nothing() {
    h2.inMemory().ping();
    h2.open(inDirectory()).ping();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void use_after_close_is_told() {
    JdbcConnector connector = h2.inMemory();
    var store = connector.store(H2.ACME);
    connector.close();
    connector.close();
    assertThatThrownBy(connector::ping).isInstanceOf(ClosedException.class);
    assertThatThrownBy(connector::partitions).isInstanceOf(ClosedException.class);
    assertThatThrownBy(() -> connector.store(H2.ACME)).isInstanceOf(ClosedException.class);
    assertThatThrownBy(() -> store.prepare(Models.person())).isInstanceOf(ClosedException.class);
    h2.forget(connector);
  }

  @Test
  void a_directory_that_cannot_be_made_is_named_in_one_sentence() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "x");
    var connector = h2.open(Settings.of("h2").with("directory", file.resolve("dir").toString()));
    assertThatThrownBy(() -> connector.store(H2.ACME).prepare(Models.person()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "A database in the directory \"%s\" cannot be made: name another directory.",
            file.resolve("dir"));
  }

  @Test
  void a_database_that_another_process_holds_is_named_in_one_sentence() throws Exception {
    Path file = temp.resolve("acme.mv.db");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      var store = h2.open(inDirectory()).store(H2.ACME);
      assertThatThrownBy(() -> store.prepare(Models.person()))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "A database in the directory \"%s\" is open in another process: close it there,"
                  + " then try again.",
              temp);
    }
  }

  private void refused(Settings settings, String part) {
    assertThatThrownBy(() -> h2.open(settings))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(part);
  }

  private Settings inDirectory() {
    return Settings.of("h2").with("directory", temp.toString());
  }
}
