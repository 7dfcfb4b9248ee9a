package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which figures the database works out; that they are right is what SameAsMatcherTest tells. */
class AggregatesTest {
  private static final ModelDefinition SALE =
      ModelDefinition.of(
          "Sale",
          sale ->
              sale.property("city", ScalarType.STRING)
                  .property("units", ScalarType.LONG)
                  .property("price", DecimalType.decimal(12, 2))
                  .property("weight", ScalarType.NUMBER)
                  .property("tags", ScalarType.ANY));

  @RegisterExtension final H2 h2 = new H2();

  @Test
  void exact_figures_are_worked_out_by_the_database() {
    JdbcConnector connector = h2.inMemory();
    Aggregate asked =
        Aggregate.all()
            .groupBy("city")
            .count("rows")
            .sum("units", "units")
            .avg("price", "mean")
            .max("weight", "heaviest")
            .having(Filter.where("rows").gt(1))
            .order("units DESC");
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = filled(connector, tenant);
      assertThat(store.aggregate(SALE, asked))
          .containsExactly(
              Map.of(
                  "city",
                  "Rome",
                  "rows",
                  2L,
                  "units",
                  new BigDecimal("18446744073709551614"),
                  "mean",
                  new BigDecimal("1.05"),
                  "heaviest",
                  2.5));
    }
    assertThat(h2.plans().texts()).anyMatch(sql -> sql.contains("group by"));
  }

  @Test
  void what_is_told_apart_here_is_worked_out_here_from_few_columns() {
    JdbcConnector connector = h2.inMemory();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = filled(connector, tenant);
      Aggregate asked = Aggregate.all().groupBy("city").sum("weight", "weight").order("weight");
      assertThat(store.aggregate(SALE, asked))
          .extracting(group -> group.get("weight"))
          .containsExactly(1L, 4L);
    }
    assertThat(h2.plans().texts()).noneMatch(sql -> sql.contains("group by"));
    assertThat(h2.plans().texts())
        .filteredOn(sql -> sql.startsWith("select"))
        .noneMatch(sql -> sql.contains("\"tags\""));
  }

  private static Store filled(JdbcConnector connector, Partition tenant) {
    Store store = connector.store(tenant);
    H2.put(
        store,
        SALE,
        Map.of("city", "Rome", "units", Long.MAX_VALUE, "price", "1.00", "weight", 1.5));
    H2.put(
        store,
        SALE,
        Map.of("city", "Rome", "units", Long.MAX_VALUE, "price", "1.10", "weight", 2.5));
    H2.put(store, SALE, Map.of("city", "Oslo", "units", 1L, "weight", 1));
    return store;
  }
}
