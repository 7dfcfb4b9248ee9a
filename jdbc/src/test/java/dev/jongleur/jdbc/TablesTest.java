package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void a_wider_definition_adds_columns_and_keeps_the_rows_also_after_reopening() {
    ModelDefinition narrow = Models.person();
    ModelDefinition wide = Models.with(narrow, Property.of("city", ScalarType.STRING));
    JdbcConnector first = h2.open(directory());
    Entity ada = H2.put(first.store(H2.ACME), narrow, Map.of("name", "Ada"));
    H2.put(first.store(H2.ZEN), narrow, Map.of("name", "Zoe"));
    h2.close(first);

    JdbcConnector second = h2.open(directory());
    assertThat(second.partitions()).containsExactlyInAnyOrder("acme", "zen");
    Store store = second.store(H2.ACME);
    store.prepare(wide);
    H2.put(store, wide, Map.of("name", "Bob", "city", "Rom"));
    assertThat(store.find(wide, Filter.all()))
        .map(Entity::toMap)
        .containsExactly(
            Map.of("id", 1L, "name", "Ada"), Map.of("id", 2L, "name", "Bob", "city", "Rom"));
    assertThat(store.find(narrow, Filter.where("id", ada.id()))).hasSize(1);
    assertThat(second.store(H2.ZEN).count(narrow, Where.all())).isEqualTo(1);
  }

  @Test
  void null_and_absent_stay_apart_through_every_change() {
    ModelDefinition model = Models.person();
    Store store = h2.inMemory().store(H2.ACME);
    H2.put(store, model, mapOf("name", null));
    H2.put(store, model, Map.of());
    assertThat(names(store, model)).containsExactly(Optional.of(Nothing.NULL), Optional.empty());
    store.update(model, Where.all(), Map.of("name", "x"));
    assertThat(names(store, model)).containsExactly(Optional.of("x"), Optional.of("x"));
    store.update(model, Where.all(), Map.of("name", Nothing.UNDEFINED));
    assertThat(names(store, model)).containsExactly(Optional.empty(), Optional.empty());
    for (int i = 0; i < 3; i++) {
      store.update(model, Where.all(), mapOf("name", null, "age", Nothing.NULL));
    }
    assertThat(names(store, model)).containsOnly(Optional.of(Nothing.NULL));
    assertThat(store.count(model, Where.eq("name", null))).isEqualTo(2);
    store.replace(model, H2.row(model, Map.of("id", 1)));
    assertThat(names(store, model)).containsExactly(Optional.empty(), Optional.of(Nothing.NULL));
  }

  @Test
  void marks_of_null_do_not_pile_up() throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("jdbc:h2:mem:marks"));
    Store store = connector.store(dev.jongleur.connector.Partition.WHOLE);
    ModelDefinition model = Models.person();
    H2.put(store, model, mapOf("name", null));
    for (int i = 0; i < 3; i++) {
      store.update(model, Where.all(), mapOf("age", null, "name", null));
    }
    try (Connection raw = DriverManager.getConnection("jdbc:h2:mem:marks", "sa", "");
        var rows = raw.createStatement().executeQuery("select \"__nulls\" from \"Person\"")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).hasSize(";age;name;".length());
    }
  }

  @Test
  void open_properties_are_kept_matched_changed_and_removed() {
    ModelDefinition model = Models.open(Models.person());
    Store store = h2.inMemory().store(H2.ACME);
    H2.put(store, model, mapOf("name", "a", "x", 1, "nothing", null));
    H2.put(store, model, Map.of("name", "b", "x", Map.of("y", List.of(1, 2))));
    assertThat(store.find(model, Filter.where("x", 1))).hasSize(1);
    assertThat(store.find(model, Filter.where("x.y", 2))).hasSize(1);
    assertThat(store.update(model, Where.eq("name", "a"), mapOf("x", null, "z", "new")))
        .isEqualTo(1);
    assertThat(store.find(model, Filter.where("name", "a")).getFirst().open())
        .isEqualTo(mapOf("x", null, "nothing", null, "z", "new"));
    store.update(model, Where.all(), Map.of("x", Nothing.UNDEFINED));
    assertThat(store.find(model, Filter.all())).noneMatch(row -> row.has("x"));
  }

  @Test
  void a_table_of_another_program_is_used_as_it_is() throws SQLException {
    try (Connection raw =
        DriverManager.getConnection("jdbc:h2:mem:legacy;DATABASE_TO_UPPER=FALSE", "sa", "")) {
      raw.createStatement()
          .execute(
              "create table \"PEOPLE\"(\"ID\" integer primary key, \"NAME\" char(5), \"age\" decimal(5,2))");
      raw.createStatement().execute("insert into \"PEOPLE\" values (1, 'Ada', 36.5), (2, null, 7)");
      ModelDefinition model = legacyPerson();
      Store store =
          h2.open(Settings.of("jdbc:h2:mem:legacy")).store(dev.jongleur.connector.Partition.WHOLE);
      assertThat(store.find(model, Filter.where("age").gt(7)))
          .map(Entity::toMap)
          .containsExactly(Map.of("id", 1L, "name", "Ada  ", "age", 36.5));
      assertThat(store.find(model, Filter.where("name", null)))
          .map(Entity::toMap)
          .containsExactly(mapOf("id", 2L, "name", null, "age", 7L));
      assertThat(store.update(model, Where.eq("name", null), mapOf("age", null))).isEqualTo(1);
      assertThatThrownBy(() -> H2.put(store, Models.open(model), Map.of("id", 3, "extra", 1)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("extra");
      assertThatThrownBy(() -> H2.put(store, model, Map.of("id", 1.5)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("whole");
    }
  }

  @Test
  void generated_ids_go_on_behind_a_larger_one_and_start_anew_when_recreated() {
    ModelDefinition model = Models.person();
    JdbcConnector connector = h2.open(directory());
    Store store = connector.store(H2.ACME);
    assertThat(H2.put(store, model, Map.of()).id()).isEqualTo(1L);
    H2.put(store, model, Map.of("id", 10));
    assertThat(H2.put(store, model, Map.of()).id()).isEqualTo(11L);
    H2.put(store, model, Map.of("id", 5));
    List<Entity> both =
        store.insertAll(model, List.of(H2.row(model, Map.of("id", 20)), H2.row(model, Map.of())));
    assertThat(both).map(Entity::id).containsExactly(20L, 21L);
    H2.put(store, model, Map.of("id", 30));
    assertThat(H2.put(connector.store(H2.ACME), model, Map.of()).id()).isEqualTo(31L);
    store.delete(model, Where.eq("id", 31L));
    assertThat(H2.put(store, model, Map.of()).id()).isEqualTo(32L);
    store.recreate(model);
    assertThat(H2.put(store, model, Map.of()).id()).isEqualTo(1L);
  }

  @Test
  void text_ids_are_made_and_several_keys_are_needed() {
    Store store = h2.inMemory().store(H2.ACME);
    ModelDefinition text =
        ModelDefinition.of(
            "Note", m -> m.property(Property.of("key", ScalarType.STRING).asId(1).asGenerated()));
    assertThat(String.valueOf(H2.put(store, text, Map.of()).id())).hasSize(36);
    ModelDefinition pair =
        ModelDefinition.of(
            "Pair",
            m ->
                m.property(Property.of("a", ScalarType.STRING).asId(1))
                    .property(Property.of("b", ScalarType.NUMBER).asId(2)));
    H2.put(store, pair, Map.of("a", "x", "b", 1.5));
    H2.put(store, pair, Map.of("a", "x", "b", 2));
    assertThatThrownBy(() -> H2.put(store, pair, Map.of("a", "x", "b", 2)))
        .isInstanceOf(DuplicateException.class);
    assertThatThrownBy(() -> H2.put(store, pair, Map.of("a", "x")))
        .isInstanceOf(DataException.class);
    assertThat(store.find(pair, Filter.all().order("b DESC")))
        .map(e -> e.get("b"))
        .containsExactly(2L, 1.5);
  }

  @Test
  void a_model_without_a_key_keeps_the_order_of_its_rows() {
    ModelDefinition model =
        ModelDefinition.of("Log", m -> m.injectId(false).property("line", ScalarType.STRING));
    Store store = h2.inMemory().store(H2.ACME);
    List.of("c", "a", "b").forEach(line -> H2.put(store, model, Map.of("line", line)));
    assertThat(store.find(model, Filter.all()))
        .map(e -> e.get("line"))
        .containsExactly("c", "a", "b");
    assertThat(store.delete(model, Filter.where("line").regexp("a|c").where())).isEqualTo(2);
    assertThat(store.find(model, Filter.all())).hasSize(1);
  }

  @Test
  void a_duplicate_names_the_model_and_the_property() {
    ModelDefinition model = Models.with(Models.person(), Models.unique("email"));
    Store store = h2.inMemory().store(H2.ACME);
    H2.put(store, model, Map.of("id", 1, "email", "secret@x"));
    assertThatThrownBy(() -> H2.put(store, model, Map.of("id", 1)))
        .isInstanceOf(DuplicateException.class)
        .hasMessage("A row of \"Person\" with this \"id\" is there already.");
    assertThatThrownBy(() -> H2.put(store, model, Map.of("email", "secret@x")))
        .isInstanceOf(DuplicateException.class)
        .hasMessage("A row of \"Person\" with this \"email\" is there already.")
        .hasNoCause();
    assertThatThrownBy(() ->
            store.insertAll(
                model, Arrays.asList(H2.row(model, Map.of()), H2.row(model, Map.of("id", 1)))))
        .isInstanceOf(DuplicateException.class);
    assertThat(store.count(model, Where.all())).isEqualTo(1);
  }

  @Test
  void a_text_that_is_too_long_names_the_property_and_the_length() {
    ModelDefinition model =
        Models.with(Models.person(), Property.of("zip", ScalarType.STRING).with("length", 5));
    Store store = h2.inMemory().store(H2.ACME);
    H2.put(store, model, Map.of("zip", "12345"));
    assertThatThrownBy(() -> H2.put(store, model, Map.of("zip", "123456")))
        .isInstanceOf(DataException.class)
        .hasMessage("\"zip\" of \"Person\" is longer than 5, the length of its column.");
    assertThatThrownBy(() -> store.update(model, Where.all(), Map.of("zip", "123456")))
        .isInstanceOf(DataException.class);
    assertThat(store.count(model, Where.eq("zip", "123456"))).isZero();
  }

  @Test
  void names_and_types_come_from_the_connectors_block() throws SQLException {
    ModelDefinition model =
        Models.person().toBuilder()
            .property(
                Property.of("price", ScalarType.NUMBER)
                    .with("h2", Map.of("columnName", "PRICE", "dataType", "decimal(10, 2)")))
            .settings(Models.person().settings().with("h2", Map.of("table", "T1")))
            .build();
    Store store =
        h2.open(Settings.of("jdbc:h2:mem:names")).store(dev.jongleur.connector.Partition.WHOLE);
    H2.put(store, model, Map.of("price", 9.9));
    try (Connection raw = DriverManager.getConnection("jdbc:h2:mem:names", "sa", "");
        var rows = raw.createStatement().executeQuery("select \"PRICE\" from \"T1\"")) {
      assertThat(rows.getMetaData().getPrecision(1)).isEqualTo(10);
    }
    assertThat(store.find(model, Filter.where("price", 9.9))).hasSize(1);
    for (String type : List.of("int default 1", "int); drop table x", "nonsense", "")) {
      assertThatThrownBy(() -> store.prepare(typed(type))).isInstanceOf(DefinitionException.class);
    }
  }

  @Test
  void two_properties_cannot_share_a_column() {
    Property twin = Property.of("x", ScalarType.STRING).with("h2", Map.of("column", "name"));
    Store store = h2.inMemory().store(H2.ACME);
    assertThatThrownBy(() -> store.prepare(Models.with(Models.person(), twin)))
        .isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() ->
            store.prepare(Models.with(Models.person(), Property.of("__nulls", ScalarType.STRING))))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void a_table_that_somebody_removed_is_made_anew() throws SQLException {
    Store store =
        h2.open(Settings.of("jdbc:h2:mem:gone")).store(dev.jongleur.connector.Partition.WHOLE);
    ModelDefinition model = Models.person();
    H2.put(store, model, Map.of());
    try (Connection raw = DriverManager.getConnection("jdbc:h2:mem:gone", "sa", "")) {
      raw.createStatement().execute("drop table \"Person\"");
    }
    assertThat(store.count(model, Where.all())).isZero();
  }

  private static ModelDefinition typed(String type) {
    return ModelDefinition.of(
        "Typed",
        m -> m.property(Property.of("x", ScalarType.NUMBER).with("h2", Map.of("dataType", type))));
  }

  private static ModelDefinition legacyPerson() {
    return ModelDefinition.named("Person")
        .property(Property.of("id", ScalarType.NUMBER).asId(1).with("h2", Map.of("column", "ID")))
        .property(Property.of("name", ScalarType.STRING).with("h2", Map.of("column", "NAME")))
        .property("age", ScalarType.NUMBER)
        .settings(
            Models.person()
                .settings()
                .withStrict(Strict.FILTER)
                .with("h2", Map.of("table", "PEOPLE")))
        .build();
  }

  private static List<Optional<Object>> names(Store store, ModelDefinition model) {
    int slot = model.shape().slot("name");
    return store.find(model, Filter.all()).stream()
        .map(row -> Optional.ofNullable(row.slot(slot)))
        .toList();
  }

  private static Map<String, @Nullable Object> mapOf(@Nullable Object... pairs) {
    Map<String, @Nullable Object> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  private Settings directory() {
    return Settings.of("h2").with("directory", temp.toString());
  }
}
