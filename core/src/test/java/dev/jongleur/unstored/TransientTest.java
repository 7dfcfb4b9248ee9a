package dev.jongleur.unstored;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DefinitionException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransientTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static ModelDefinition thing(PropertyType idType) {
    return ModelDefinition.of(
        "Thing", thing -> thing.property("id", idType, id()).property("name", STRING));
  }

  private Model things(Settings settings, PropertyType idType) {
    return nothing.closing(DataSource.open(settings)).define(thing(idType));
  }

  @Test
  void a_row_is_given_an_id_and_found_nowhere() {
    Jongleur jongleur = nothing.application("transient", thing(STRING));
    for (String tenant : List.of("acme", "globex")) {
      Model things = jongleur.onboard(tenant).model("Thing");
      Entity made = things.create(Map.of("name", "x"));
      assertThat(made.id()).asString().matches("[0-9a-f]{24}");
      assertThat(things.findById(made.id())).isEmpty();
      assertThat(things.find()).isEmpty();
      assertThat(things.count()).isZero();
      assertThat(things.exists(made.id())).isFalse();
      assertThat(things.deleteAll(dev.jongleur.query.Filter.all())).isZero();
    }
  }

  @Test
  void an_entity_at_hand_can_be_changed_all_the_same() {
    Model things = things(Settings.of("transient"), STRING);
    Entity made = things.create(Map.of("name", "x"));
    assertThat(things.patch(made, Map.of("name", "y")).get("name")).isEqualTo("y");
    assertThat(things.save(made.with("name", "z")).get("name")).isEqualTo("z");
  }

  @Test
  void a_number_is_given_to_an_id_that_is_one() {
    Model things = things(Settings.of("transient"), NUMBER);
    for (int i = 0; i < 100; i++) {
      assertThat((Long) things.create(Map.of()).id()).isBetween(0L, 9_999L);
    }
    Settings numbers = Settings.of("transient").with("defaultIdType", "number");
    assertThat(things(numbers, ScalarType.ANY).create(Map.of()).id()).isInstanceOf(Long.class);
    assertThat(things(numbers, STRING).create(Map.of()).id()).isInstanceOf(String.class);
  }

  @Test
  void ids_can_come_from_elsewhere() {
    Supplier<Object> own = () -> "mine";
    Settings settings = Settings.of("transient").with("generateId", own);
    assertThat(things(settings, STRING).create(Map.of()).id()).isEqualTo("mine");
    for (String setting : List.of("generateId", "defaultIdType")) {
      Settings wrong = Settings.of("transient").with(setting, "nanoid");
      assertThatThrownBy(() -> DataSource.open(wrong))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining(setting);
    }
  }

  @Test
  void a_closed_one_takes_nothing() {
    DataSource source = DataSource.open("transient");
    Model things = source.define(thing(STRING));
    source.close();
    assertThatThrownBy(() -> things.create(Map.of())).isInstanceOf(ClosedException.class);
  }
}
