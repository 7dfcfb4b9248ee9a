package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Groups;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Sorting;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * For random definitions, rows and questions the database answers as the matcher and sorting do.
 */
class SameAsMatcherTest {
  private static final TestEnvironment ENVIRONMENT = new TestEnvironment();
  private static final Connector[] CONNECTOR = new Connector[1];
  private static final Partition ACME = new Partition("acme");
  private static final Partition OTHER = new Partition("other");

  @BeforeContainer
  static void open() {
    CONNECTOR[0] = new JdbcProvider().open(Settings.of("h2"), ENVIRONMENT);
  }

  @AfterContainer
  static void close() {
    CONNECTOR[0].close();
    ENVIRONMENT.assertNothingLeft();
  }

  @Property(tries = 1000)
  void finds_and_counts_the_same(@ForAll long seed) {
    var data = new RandomData(seed);
    ModelDefinition model = data.model();
    Store store = fresh(ACME, model);
    List<Entity> rows = store.insertAll(model, data.rows(model));
    assertThat(store.find(model, Filter.all()))
        .map(Entity::toMap)
        .containsExactlyElementsOf(maps(rows));
    for (int i = 0; i < 5; i++) {
      Filter filter = data.filter(model);
      assertThat(ids(store.find(model, filter)))
          .as("%s", filter)
          .isEqualTo(ids(expected(model, rows, filter)));
      long count = rows.stream().filter(Matcher.of(filter.where())).count();
      assertThat(store.count(model, filter.where())).as("%s", filter).isEqualTo(count);
    }
  }

  @Property(tries = 1000)
  void groups_and_streams_the_same(@ForAll long seed) {
    var data = new RandomData(seed);
    ModelDefinition model = data.model();
    Store store = fresh(ACME, model);
    Store other = fresh(OTHER, model);
    var _ = other.insertAll(model, data.rows(model));
    List<Entity> rows = store.insertAll(model, data.rows(model));
    for (int i = 0; i < 5; i++) {
      Aggregate aggregate = data.aggregate(model);
      assertThat(store.aggregate(model, aggregate))
          .as("%s", aggregate)
          .containsExactlyInAnyOrderElementsOf(grouped(model, rows, aggregate));
      Filter filter = data.filter(model);
      try (Cursor stream = store.open(model, filter)) {
        assertThat(ids(stream.next(100)))
            .as("%s", filter)
            .isEqualTo(ids(expected(model, rows, filter)));
      }
      assertThat(store.explain(model, filter).returned())
          .isEqualTo(store.find(model, filter).size());
    }
  }

  private static List<Map<String, @Nullable Object>> grouped(
      ModelDefinition model, List<Entity> rows, Aggregate aggregate) {
    var groups = new Groups(model, aggregate);
    rows.stream().filter(Matcher.of(aggregate.where())).forEach(groups::add);
    return groups.result();
  }

  @Property(tries = 300)
  void updates_and_deletes_the_same_and_nothing_of_another_tenant(@ForAll long seed) {
    var data = new RandomData(seed);
    ModelDefinition model = data.model();
    Store store = fresh(ACME, model);
    Store other = fresh(OTHER, model);
    List<Entity> rows = store.insertAll(model, data.rows(model));
    List<Entity> foreign = other.insertAll(model, rows.stream().map(Entity::asNew).toList());
    for (int i = 0; i < 3; i++) {
      Where where = data.where(model, 2);
      Map<String, @Nullable Object> changes = data.changes(model);
      Predicate<Entity> fits = Matcher.of(where);
      long matching = rows.stream().filter(fits).count();
      assertThat(store.update(model, where, changes)).as("%s", where).isEqualTo(matching);
      rows = rows.stream().map(row -> fits.test(row) ? row.with(changes) : row).toList();
      assertThat(store.find(model, Filter.all()))
          .map(Entity::toMap)
          .containsExactlyElementsOf(maps(rows));
    }
    Where where = data.where(model, 2);
    long matching = rows.stream().filter(Matcher.of(where)).count();
    assertThat(store.delete(model, where)).as("%s", where).isEqualTo(matching);
    rows = rows.stream().filter(Matcher.of(where).negate()).toList();
    assertThat(store.find(model, Filter.all()))
        .map(Entity::toMap)
        .containsExactlyElementsOf(maps(rows));
    assertThat(other.find(model, Filter.all()))
        .map(Entity::toMap)
        .containsExactlyElementsOf(maps(foreign));
  }

  private static Store fresh(Partition partition, ModelDefinition model) {
    Store store = CONNECTOR[0].store(partition);
    store.recreate(model);
    return store;
  }

  private static List<Entity> expected(ModelDefinition model, List<Entity> rows, Filter filter) {
    Stream<Entity> found =
        rows.stream()
            .filter(Matcher.of(filter.where()))
            .sorted(Sorting.of(model, filter))
            .skip(filter.skip());
    return (filter.limit() > 0 ? found.limit(filter.limit()) : found).toList();
  }

  private static List<@Nullable Object> ids(List<Entity> rows) {
    return new java.util.ArrayList<>(rows.stream().map(Entity::id).toList());
  }

  private static List<Map<String, @Nullable Object>> maps(List<Entity> rows) {
    return rows.stream().map(Entity::toMap).toList();
  }
}
