package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.Index;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IndexesTest {
  private static final Partition ODD = new Partition("a-b_c");

  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void a_key_of_several_properties_is_taken_when_all_are_equal() {
    ModelDefinition model = seats(true);
    JdbcConnector connector = h2.inMemory();
    Store acme = connector.store(H2.ACME);
    Store zen = connector.store(ODD);
    H2.put(acme, model, Map.of("room", "A", "no", 1));
    H2.put(acme, model, Map.of("room", "A", "no", 2));
    H2.put(zen, model, Map.of("room", "A", "no", 1));
    assertTaken(() -> H2.put(acme, model, Map.of("room", "A", "no", 1)), "room", "no");
    assertTaken(() -> H2.put(zen, model, Map.of("room", "A", "no", 1)), "room", "no");
    assertTaken(() -> acme.update(model, Where.eq("no", 2), Map.of("no", 1)), "room", "no");
    assertTaken(
        () -> acme.replace(model, H2.row(model, Map.of("id", 2, "room", "A", "no", 1))),
        "room",
        "no");
    assertThat(acme.count(model, Where.all())).isEqualTo(2);
    assertThat(zen.count(model, Where.all())).isEqualTo(1);
  }

  @Test
  void null_and_absent_are_equal_to_none() {
    ModelDefinition model = seats(true);
    JdbcConnector connector = h2.inMemory();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      for (int i = 0; i < 2; i++) {
        H2.put(store, model, Map.of("room", "A"));
        H2.put(store, model, mapOf("room", "A", "no", null));
        H2.put(store, model, Map.of("no", 1));
        H2.put(store, model, Map.of());
      }
      assertThat(store.count(model, Where.all())).isEqualTo(8);
      assertThat(store.update(model, Where.all(), Map.of("no", Nothing.NULL))).isEqualTo(8);
    }
  }

  @Test
  void one_of_many_is_named_with_its_place_and_none_is_stored() {
    ModelDefinition model = seats(true);
    JdbcConnector connector = h2.inMemory();
    Store store = connector.store(H2.ACME);
    Store other = connector.store(H2.ZEN);
    List<Map<String, Object>> rows =
        List.of(
            Map.of("room", "A", "no", 1),
            Map.of("room", "A", "no", 2),
            Map.of("room", "A", "no", 1));
    assertThatThrownBy(
            () -> store.insertAll(model, rows.stream().map(row -> H2.row(model, row)).toList()))
        .isInstanceOfSatisfying(
            BulkException.class, e -> assertThat(e.details()).containsEntry("index", 2))
        .cause()
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("\"room\", \"no\"");
    assertThat(store.count(model, Where.all())).isZero();
    H2.put(other, model, rows.getFirst());
    assertThat(other.count(model, Where.all())).isEqualTo(1);
  }

  @Test
  void a_definition_that_has_grown_gets_its_indexes_also_after_reopening() throws SQLException {
    String url = "jdbc:h2:file:" + temp.resolve("grown");
    Settings settings =
        Settings.of(url).isolation(dev.jongleur.connector.Isolation.SCHEMA_PER_TENANT);
    JdbcConnector first = h2.open(settings);
    for (Partition tenant : List.of(H2.ACME, ODD)) {
      H2.put(first.store(tenant), plain(), Map.of("room", "A", "no", 1));
      H2.put(first.store(tenant), plain(), Map.of("room", "A", "no", 1));
    }
    h2.close(first);

    JdbcConnector second = h2.open(settings);
    ModelDefinition grown = seats(true);
    Store acme = second.store(H2.ACME);
    Store odd = second.store(ODD);
    assertThat(acme.isActual(plain())).isTrue();
    assertThat(acme.isActual(grown)).isFalse();
    assertThatThrownBy(() -> acme.prepare(grown))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("\"room\", \"no\"");
    assertThatThrownBy(() -> acme.count(grown, Where.all())).isInstanceOf(DuplicateException.class);
    acme.delete(plain(), Where.eq("id", 2));
    acme.prepare(grown);
    assertThat(acme.isActual(grown)).isTrue();
    assertTaken(() -> H2.put(acme, grown, Map.of("room", "A", "no", 1)), "room", "no");
    assertThat(odd.isActual(grown)).isFalse();
    assertThat(odd.count(plain(), Where.all())).isEqualTo(2);
    odd.recreate(grown);
    H2.put(odd, grown, Map.of("room", "A", "no", 1));
    assertTaken(() -> H2.put(odd, grown, Map.of("room", "A", "no", 1)), "room", "no");
  }

  @Test
  void an_ordinary_index_has_its_columns_in_order_and_direction() throws SQLException {
    ModelDefinition model =
        plain().toBuilder()
            .index(
                new Index(
                    "by_room",
                    List.of(new Index.Part("room", true), new Index.Part("no", false)),
                    false))
            .index(Index.of("deep", "room.x"))
            .build();
    Store store = h2.open(Settings.of("jdbc:h2:mem:ordered")).store(Partition.WHOLE);
    store.prepare(model);
    store.prepare(Models.with(model, Property.of("more", ScalarType.STRING)));
    assertThat(indexes("jdbc:h2:mem:ordered")).containsExactly("room D", "no A");
  }

  @Test
  void an_index_that_was_made_elsewhere_serves_and_is_named_by_its_properties()
      throws SQLException {
    Store store = h2.open(Settings.of("jdbc:h2:mem:elsewhere")).store(Partition.WHOLE);
    store.prepare(plain());
    try (Connection raw = raw("jdbc:h2:mem:elsewhere")) {
      raw.createStatement().execute("create unique index \"mine\" on \"Seat\"(\"no\", \"room\")");
    }
    H2.put(store, plain(), Map.of("room", "A", "no", 1));
    assertTaken(() -> H2.put(store, plain(), Map.of("room", "A", "no", 1)), "no", "room");
    store.prepare(seats(true));
    assertThat(indexes("jdbc:h2:mem:elsewhere")).containsExactly("no A", "room A");
    assertTaken(() -> H2.put(store, seats(true), Map.of("room", "A", "no", 1)), "no", "room");
  }

  @Test
  void a_column_that_is_given_up_takes_its_indexes_along() {
    JdbcConnector connector = h2.inMemory();
    ModelDefinition model = seats(true);
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      H2.put(store, model, Map.of("room", "A"));
      store.vacate(model, "no");
      ModelDefinition changed =
          model.toBuilder().property(Property.of("no", ScalarType.STRING)).build();
      H2.put(store, changed, Map.of("room", "A", "no", "first"));
      assertTaken(() -> H2.put(store, changed, Map.of("room", "A", "no", "first")), "room", "no");
    }
  }

  @Test
  void a_key_that_cannot_be_kept_is_refused_and_an_index_of_no_use_is_left_out() {
    JdbcConnector connector = h2.inMemory();
    ModelDefinition model =
        Models.with(plain(), Property.of("tags", new ListType(ScalarType.STRING)));
    model = Models.with(model, Property.of("more", ScalarType.OBJECT));
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      store.prepare(model);
      for (String path : List.of("tags", "more", "room.x", "nowhere")) {
        ModelDefinition refused =
            model.toBuilder().index(Index.unique("bad", "room", path)).build();
        assertThatThrownBy(() -> store.prepare(refused))
            .isInstanceOf(UnsupportedException.class)
            .hasMessageContaining("bad")
            .hasMessageContaining(path);
        store.prepare(model.toBuilder().index(Index.of("good", "room", path)).build());
      }
    }
    ModelDefinition listed = model.toBuilder().index(Index.unique("of_tags", "tags")).build();
    Store fresh = connector.store(ODD);
    H2.put(fresh, listed, Map.of("tags", List.of("a", "b")));
    H2.put(fresh, listed, Map.of("tags", List.of("b", "a")));
    assertTaken(() -> H2.put(fresh, listed, Map.of("tags", List.of("a", "b"))), "tags");
    assertThat(fresh.find(listed, Filter.all())).hasSize(2);
  }

  @Test
  void numbers_beyond_a_column_can_be_asked_for_in_an_index() {
    ModelDefinition model =
        Models.with(Models.person(), Property.of("no", ScalarType.INTEGER).with("index", true));
    JdbcConnector connector = h2.inMemory();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      H2.put(store, model, Map.of("no", 5));
      H2.put(store, model, Map.of());
      for (long far : List.of(9007199254740993L, Long.MAX_VALUE, 2147483648L)) {
        assertThat(store.count(model, Where.eq("no", far))).isZero();
        assertThat(store.count(model, Filter.where("no").neq(far).where())).isEqualTo(2);
        assertThat(store.count(model, Filter.where("no").inq(List.of(far, 5L)).where()))
            .isEqualTo(1);
        assertThat(store.count(model, Filter.where("no").lt(far).where())).isEqualTo(1);
        assertThat(store.count(model, Filter.where("no").gte(far).where())).isZero();
        assertThat(store.count(model, Filter.where("no").gt(-far - 1).where())).isEqualTo(1);
        assertThat(store.count(model, Where.nor(Filter.where("no").lt(far).where()))).isEqualTo(1);
        assertThat(store.count(model, Filter.where("no").between(-far - 1, far).where()))
            .isEqualTo(1);
      }
    }
  }

  private static ModelDefinition plain() {
    return ModelDefinition.of(
        "Seat",
        model -> model.property("room", ScalarType.STRING).property("no", ScalarType.NUMBER));
  }

  private static ModelDefinition seats(boolean unique) {
    return plain().toBuilder()
        .index(unique ? Index.unique("seat", "room", "no") : Index.of("seat", "room", "no"))
        .build();
  }

  private static void assertTaken(ThrowingCallable work, String... properties) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            DuplicateException.class,
            e -> {
              assertThat(e.status()).isEqualTo(409);
              assertThat(e.details())
                  .containsEntry("model", "Seat")
                  .containsEntry("properties", List.of(properties));
            });
  }

  private static List<String> indexes(String url) throws SQLException {
    var keys = new ArrayList<String>();
    try (Connection raw = raw(url);
        var rows = raw.getMetaData().getIndexInfo(null, "PUBLIC", "Seat", false, true)) {
      while (rows.next()) {
        if (!rows.getString("COLUMN_NAME").equals("id")) {
          keys.add(rows.getString("COLUMN_NAME") + " " + rows.getString("ASC_OR_DESC"));
        }
      }
    }
    return keys;
  }

  private static Connection raw(String url) throws SQLException {
    return DriverManager.getConnection(
        url + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=FALSE", "sa", "");
  }

  private static Map<String, @Nullable Object> mapOf(@Nullable Object... pairs) {
    var map = new HashMap<String, @Nullable Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) java.util.Objects.requireNonNull(pairs[i]), pairs[i + 1]);
    }
    return map;
  }
}
