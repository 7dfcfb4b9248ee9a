package dev.jongleur.jdbc;

import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For random rows, orders and sizes the pages together are what find gives at once; while others
 * store and remove rows, each row that stays is on one page.
 */
class PagesTest {
  private static final List<String> KEYS = List.of("s", "n", "b", "d", "w", "id");

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void pages_are_what_find_gives(String connector) {
    try (DataSource db = DataSource.open(connector)) {
      Model rows = define(db);
      for (int seed = 0; seed < 150; seed++) {
        var random = new Random(seed);
        fill(db, rows, random);
        Filter filter = filter(random);
        assertThat(ids(pages(rows, filter, () -> {})))
            .as("seed %d: %s", seed, filter)
            .isEqualTo(ids(rows.find(filter.limit(0))));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void a_row_that_stays_is_on_one_page(String connector) {
    try (DataSource db = DataSource.open(connector)) {
      Model rows = define(db);
      for (int seed = 0; seed < 100; seed++) {
        var random = new Random(seed);
        fill(db, rows, random);
        Filter filter = filter(random);
        Set<Object> stay = new LinkedHashSet<>(ids(rows.find()));
        List<Object> seen =
            ids(
                pages(
                    rows,
                    filter,
                    () -> {
                      var _ = rows.create(row(random));
                      long gone = 1L + random.nextInt(20);
                      stay.remove(gone);
                      var _ = rows.deleteById(gone);
                    }));
        assertThat(seen).as("seed %d: %s", seed, filter).doesNotHaveDuplicates().containsAll(stay);
      }
    }
  }

  private static List<Entity> pages(Model rows, Filter filter, Runnable meanwhile) {
    Page page = rows.page(filter);
    var all = new ArrayList<>(page.rows());
    for (int i = 0; i < 40 && page.next().isPresent(); i++) {
      if (i < 8) {
        meanwhile.run();
      }
      page = rows.page(filter, page.next().get());
      all.addAll(page.rows());
    }
    return all;
  }

  private static Model define(DataSource db) {
    return db.define(
        "Row",
        row ->
            row.property("s", STRING)
                .property("n", NUMBER)
                .property("b", BOOLEAN)
                .property("d", DATE)
                .property("w", LONG));
  }

  private static void fill(DataSource db, Model rows, Random random) {
    db.automigrate();
    for (int i = random.nextInt(25); i > 0; i--) {
      var _ = rows.create(row(random));
    }
  }

  private static Map<String, @Nullable Object> row(Random random) {
    var row = new HashMap<String, @Nullable Object>();
    List<Supplier<@Nullable Object>> values =
        List.of(
            () -> one(random, "a", "A", "b", "B", "é", "É", "a%", "", null),
            () -> one(random, 1, 2, 2.5, -0.0, 0, Double.NaN, Double.POSITIVE_INFINITY, -1, null),
            () -> one(random, true, false, null),
            () -> one(random, "2026-01-01", "2026-01-02", null),
            () -> one(random, 1L, Long.MAX_VALUE, Long.MIN_VALUE, null));
    for (int i = 0; i < values.size(); i++) {
      if (random.nextInt(6) > 0) {
        row.put(KEYS.get(i), values.get(i).get());
      }
    }
    return row;
  }

  private static @Nullable Object one(Random random, @Nullable Object... all) {
    return all[random.nextInt(all.length)];
  }

  private static Filter filter(Random random) {
    var order = new ArrayList<Order>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      order.add(new Order(key, random.nextBoolean(), random.nextInt(3) == 0));
    }
    return Filter.all().withOrder(order).limit(1 + random.nextInt(5));
  }

  private static List<Object> ids(List<Entity> rows) {
    return new ArrayList<>(Arrays.asList(rows.stream().map(Entity::id).toArray()));
  }
}
