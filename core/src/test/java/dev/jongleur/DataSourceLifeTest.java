package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.event.ConnectionEvent;
import dev.jongleur.event.ConnectionEvent.Connected;
import dev.jongleur.event.ConnectionEvent.Disconnected;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-110 to F-148, as far as they are a data source's own. */
class DataSourceLifeTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void it_is_called_by_its_setting_or_its_connector() {
    assertThat(nothing.memory().name()).isEqualTo("memory");
    Settings settings = Settings.of("memory").with("name", "main");
    assertThat(nothing.closing(DataSource.open(settings)).name()).isEqualTo("main");
  }

  @Test
  void it_says_what_kind_of_backend_it_has() {
    DataSource db = nothing.memory();
    assertThat(db.types()).containsExactly("db", "nosql", "memory");
    assertThat(db.supportsTypes("db", "memory")).isTrue();
    assertThat(db.supportsTypes("db", "rdbms")).isFalse();
  }

  @Test
  void after_a_disconnect_the_next_call_connects_again() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING));
    var events = new ArrayList<ConnectionEvent>();
    try (var _ = db.listen(events::add)) {
      assertThat(db.isConnected()).isTrue();
      db.disconnect();
      db.disconnect();
      assertThat(db.isConnected()).isFalse();
      var _ = users.create(Map.of("name", "Ada"));
      assertThat(db.isConnected()).isTrue();
      assertThat(users.count()).isEqualTo(1);
    }
    db.disconnect();
    assertThat(events).hasExactlyElementsOfTypes(Disconnected.class, Connected.class);
    assertThat(events).allSatisfy(event -> assertThat(event.dataSource()).isEqualTo(db.id()));
  }

  @Test
  void a_connector_without_commands_refuses_them_by_name() {
    DataSource db = nothing.memory();
    assertThatExceptionOfType(UnsupportedException.class)
        .isThrownBy(() -> db.execute("SELECT 1"))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("NOT_IMPLEMENTED"));
  }

  @Test
  void models_are_emptied_and_widened_by_name_and_unknown_names_are_all_told() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING));
    var _ = users.create(Map.of("name", "Ada"));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> db.automigrate("User", "Usr", "Ordr"))
        .withMessageContaining("[Usr, Ordr]");
    assertThat(users.count()).isEqualTo(1);
    db.autoupdate();
    assertThat(db.isActual("User")).isTrue();
    db.automigrate("User");
    assertThat(users.count()).isZero();
    assertThat(users.create(Map.of()).id()).isEqualTo(1L);
  }

  @Test
  void a_model_can_be_changed_after_it_was_defined() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING));
    Model changed = db.defineProperty("User", "age", NUMBER, required());
    assertThat(users.definition()).isSameAs(changed.definition());
    assertThat(users.validate(users.make(Map.of())).codes()).containsKey("age");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> db.extendModel("None", _ -> {}));
  }

  @Test
  void a_model_on_no_data_source_is_made_and_validated_and_attached_later() {
    DataSource nowhere = nothing.closing(DataSource.open("detached"));
    Model users = nowhere.define(ModelDefinition.of("User", u -> u.property("n", NUMBER)));
    assertThat(users.make(Map.of("n", "5")).get("n")).isEqualTo(5L);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(users::count)
        .satisfies(detached -> assertThat(detached.code()).isEqualTo("CONNECTOR_DETACHED"))
        .withMessageContaining("\"User\"");
    Model attached = nothing.memory().attach(users);
    assertThat(attached.create(Map.of("n", 1)).id()).isEqualTo(1L);
  }

  @Test
  void a_number_of_settings_is_a_number_above_0() {
    for (String key : new String[] {"connectionTimeout", "maxOfflineRequests"}) {
      for (Object wrong : new Object[] {"many", 0, -1}) {
        assertThatExceptionOfType(DefinitionException.class)
            .isThrownBy(() -> DataSource.open(Settings.of("memory").with(key, wrong)))
            .withMessageContaining(key);
      }
    }
  }
}
