package dev.jongleur.jdbc;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.MisuseException;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.observer.CommandContext;
import dev.jongleur.observer.CommandHook;
import dev.jongleur.query.Filter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F-132, F-367: commands that a program hands over, and who observes those that are sent. */
class CommandsTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING).property("age", NUMBER));
  private static final String COUNT = "select count(*) as C from \"User\" where \"name\" = ?";

  @TempDir Path directory;

  private static Model users(DataSource db) {
    Model users = db.define(USER);
    var _ = users.createAll(List.of(Map.of("name", "Ada", "age", 36), Map.of("name", "Bob")));
    return users;
  }

  @Test
  void a_command_has_its_values_bound_and_its_rows_returned() {
    try (DataSource db = DataSource.open("h2")) {
      Model users = users(db);
      assertThat(db.execute(COUNT, "Ada")).containsExactly(Map.of("C", 1L));
      assertThat(db.execute(COUNT, "Ada' or '1'='1")).containsExactly(Map.of("C", 0L));
      assertThat(db.execute("update \"User\" set \"age\" = ? where \"name\" = ?", 37, "Ada"))
          .containsExactly(Map.of("count", 1L));
      assertThat(users.count(where("age", 37))).isEqualTo(1);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> db.execute("select secret from nowhere"))
          .withMessageNotContaining("secret");
    }
  }

  @Test
  void what_a_command_leaves_on_its_connection_is_nobody_elses() {
    try (DataSource db = DataSource.open(Settings.of("h2").connections(1))) {
      Model users = users(db);
      var _ = db.execute("create schema \"elsewhere\"");
      var _ = db.execute("set schema \"elsewhere\"");
      assertThat(users.count()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void no_command_reaches_a_tenants_data(Isolation isolation) {
    Settings settings =
        switch (isolation) {
          case DATABASE_PER_TENANT -> Settings.of("h2").with("directory", directory.toString());
          case SCHEMA_PER_TENANT ->
              Settings.of("h2").with("file", directory.resolve("all").toString());
        };
    try (Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", settings.isolation(isolation))
            .blueprint(Blueprint.of("main", List.of(USER)))
            .build()) {
      for (String tenant : List.of("acme", "globex")) {
        var _ = jongleur.onboard(tenant).model("User").create(Map.of("name", tenant));
      }
      try (DataSource whole = jongleur.registry().open(settings.isolation(isolation))) {
        switch (isolation) {
          case SCHEMA_PER_TENANT ->
              assertThatExceptionOfType(UnsupportedException.class)
                  .isThrownBy(() -> whole.execute("delete from \"tenant_globex\".\"User\""))
                  .withMessageContaining("another's");
          case DATABASE_PER_TENANT -> assertThat(whole.execute("drop all objects")).isNotEmpty();
        }
      }
      for (String tenant : List.of("acme", "globex")) {
        assertThat(jongleur.tenant(tenant).model("User").find())
            .extracting(row -> row.get("name"))
            .containsExactly(tenant);
      }
    }
  }

  @Test
  void observers_see_what_the_operations_of_their_data_source_send_and_no_others() {
    var registry = new ModelRegistry();
    Settings same = Settings.of("h2").with("file", directory.resolve("shared").toString());
    try (DataSource mine = registry.open(same);
        DataSource other = registry.open(same)) {
      Model users = users(mine);
      Model same2 = other.define(USER);
      List<String> seen = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      var before =
          mine.observe(
              CommandHook.BEFORE_EXECUTE,
              command -> {
                seen.add(command.hook().label() + " " + command.text().split(" ")[0]);
                values.addAll(command.parameters());
              });
      var after =
          mine.observe(
              CommandHook.AFTER_EXECUTE,
              command -> seen.add(command.hook().label() + " " + command.text().split(" ")[0]));
      var _ = users.find(where("name", "Ada"));
      var _ = users.updateAll(where("name", "Ada"), Map.of("age", 40));
      var _ = users.stream(Filter.all()).toList();
      assertThat(seen)
          .extracting(text -> text.toLowerCase(java.util.Locale.ROOT))
          .containsExactly(
              "before execute select",
              "after execute select",
              "before execute update",
              "after execute update",
              "before execute select",
              "after execute select");
      assertThat(values).contains("Ada");
      seen.clear();
      assertThat(same2.count()).isEqualTo(2);
      assertThat(seen).isEmpty();
      before.close();
      after.close();
      var _ = users.count();
      assertThat(seen).isEmpty();
    }
    assertThat(registry.stats().leases()).isZero();
  }

  @Test
  void an_observer_may_refuse_a_command_and_answer_one_that_is_handed_over() {
    try (DataSource db = DataSource.open("h2")) {
      Model users = users(db);
      try (var _ =
          db.observe(
              CommandHook.BEFORE_EXECUTE, command -> command.end(List.of(Map.of("C", 99L))))) {
        assertThat(db.execute(COUNT, "Ada")).containsExactly(Map.of("C", 99L));
        assertThatExceptionOfType(MisuseException.class).isThrownBy(users::count);
      }
      try (var _ =
          db.observe(
              CommandHook.BEFORE_EXECUTE,
              command -> {
                if (command.text().startsWith("delete")) {
                  throw new IllegalStateException("no");
                }
              })) {
        assertThatExceptionOfType(IllegalStateException.class)
            .isThrownBy(() -> users.deleteAll(Filter.all()));
      }
      assertThat(users.count()).isEqualTo(2);
      try (var _ = db.observe(CommandHook.AFTER_EXECUTE, command -> command.end(List.of()))) {
        assertThat(db.execute(COUNT, "Ada")).isEmpty();
      }
    }
  }

  @Test
  void what_is_printed_of_a_command_tells_no_values() {
    CommandContext command =
        CommandContext.before("alter user x set password 'secret'", List.of("hidden"), true);
    assertThat(command.toString()).doesNotContain("secret", "hidden").contains("1 parameters");
  }

  @Test
  void a_connector_without_commands_says_so() {
    try (DataSource db = DataSource.open("memory")) {
      assertThatExceptionOfType(UnsupportedException.class)
          .isThrownBy(() -> db.observe(CommandHook.BEFORE_EXECUTE, command -> {}));
      assertThatExceptionOfType(UnsupportedException.class)
          .isThrownBy(() -> db.execute("anything"));
    }
  }
}
