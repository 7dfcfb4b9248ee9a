package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database tells of how it answers. */
class ExplainTest {
  private static final Partition ODD = new Partition("a-b");

  private static final ModelDefinition SEAT =
      ModelDefinition.of(
          "Seat",
          seat ->
              seat.property("room", ScalarType.STRING)
                  .property("no", ScalarType.INTEGER)
                  .property("note", ScalarType.STRING)
                  .index(Index.unique("seat", "room", "no")));

  @RegisterExtension final H2 h2 = new H2();

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void it_names_the_indexes_and_tells_how_many_rows_were_looked_at(Isolation isolation) {
    JdbcConnector connector = h2.open(Settings.of("h2").isolation(isolation));
    for (Partition tenant : List.of(H2.ACME, ODD)) {
      Store store = filled(connector.store(tenant));
      assertTold(store.explain(SEAT, Filter.where("room", "r3").and("no", 3L)), "seat", 1, 1);
      assertTold(store.explain(SEAT, Filter.where("room", "r3")), "seat", 20, 20);
      assertTold(store.explain(SEAT, Filter.where("id", 7L)), "id", 1, 1);
      assertTold(store.explain(SEAT, Filter.where("note", "x")), "id", 200, 200);
      assertTold(store.explain(SEAT, Filter.where("note").neq("x")), "id", 200, 0);
      try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
        assertTold(tx.explain(SEAT, Filter.where("room", "r4")), "seat", 20, 20);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void it_tells_what_is_done_here(Isolation isolation) {
    JdbcConnector connector = h2.open(Settings.of("h2").isolation(isolation));
    for (Partition tenant : List.of(H2.ACME, ODD)) {
      Store store = filled(connector.store(tenant));
      Filter mixed = Filter.where("room", "r3").and("note").regexp("x").order("note ignoreCase");
      Explanation told = store.explain(SEAT, mixed.limit(2));
      assertTold(told, "seat", 20, 2);
      assertThat(told.text()).contains("tested here", "sorted here", " examined, 2 returned");
      Explanation never = store.explain(SEAT, Filter.where("room").inq(List.of()));
      assertThat(never.steps()).hasSize(1);
      assertThat(never.examined()).isZero();
    }
  }

  private static void assertTold(Explanation told, String index, long atLeast, long returned) {
    assertThat(told.indexes()).as(told.text()).containsExactly(index);
    assertThat(told.examined()).as(told.text()).isBetween(atLeast, atLeast + 1);
    assertThat(told.returned()).as(told.text()).isEqualTo(returned);
  }

  private static Store filled(Store store) {
    List<Entity> rows =
        IntStream.range(0, 200)
            .mapToObj(i -> H2.row(SEAT, Map.of("room", "r" + i % 10, "no", i / 10, "note", "x")))
            .toList();
    store.insertAll(SEAT, rows);
    return store;
  }
}
