package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Order;
import dev.jongleur.query.Where;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlansTest {
  private static final ModelDefinition PERSON = Models.person();

  @RegisterExtension final H2 h2 = new H2();

  @Test
  void plans_are_shared_by_tenants_and_connectors_and_hold_no_value() {
    JdbcConnector connector = h2.inMemory();
    List<Store> stores =
        List.of(connector.store(H2.ACME), connector.store(H2.ZEN), h2.inMemory().store(H2.ACME));
    work(stores.getFirst(), "hunter2");
    long misses = h2.plans().misses();
    long hits = h2.plans().hits();
    work(stores.get(1), "secret3");
    work(stores.get(2), "secret4");
    assertThat(h2.plans().misses()).isEqualTo(misses);
    assertThat(h2.plans().hits()).isGreaterThanOrEqualTo(hits + 2 * misses);
    assertThat(h2.plans().texts())
        .isNotEmpty()
        .noneMatch(
            text -> text.contains("hunter2") || text.contains("secret") || text.contains("acme"));
  }

  @Test
  void lists_of_similar_length_share_a_plan() {
    Store store = h2.inMemory().store(H2.ACME);
    for (int i = 0; i < 5; i++) {
      H2.put(store, PERSON, Map.of());
    }
    assertThat(store.find(PERSON, ids(5))).hasSize(5);
    long misses = h2.plans().misses();
    for (int size = 6; size <= 8; size++) {
      assertThat(store.find(PERSON, ids(size))).hasSize(5);
    }
    assertThat(h2.plans().misses()).isEqualTo(misses);
    assertThat(store.find(PERSON, ids(20_000))).hasSize(5);
  }

  @Test
  void what_sql_can_say_is_left_to_it() {
    Store store = h2.inMemory().store(H2.ACME);
    store.prepare(PERSON);
    store.find(
        PERSON,
        Filter.where("name")
            .like("A%")
            .and(Where.nor(Where.eq("age", 5L), Where.eq("name", null)))
            .and("age")
            .between(1L, 9L)
            .and("name")
            .regexp("x$")
            .order("age DESC", "name")
            .limit(5));
    store.find(PERSON, Filter.where("name").gt("b").and("nowhere", null).skip(1).limit(2));
    assertThat(h2.plans().texts())
        .anyMatch(text ->
            text.contains("like ? escape '!'") && text.contains("not (") && !text.contains("fetch"))
        .anyMatch(text ->
            text.contains("\"name\" > ?") && text.contains("offset ? rows fetch next ? rows only"));
  }

  @Test
  void a_question_that_nothing_can_answer_is_not_asked() {
    Store store = h2.inMemory().store(H2.ACME);
    H2.put(store, PERSON, Map.of());
    long before = h2.plans().misses() + h2.plans().hits();
    assertThat(store.find(PERSON, Filter.of(Where.inq("id", List.of())))).isEmpty();
    assertThat(store.count(PERSON, Where.eq("age", "old"))).isZero();
    assertThat(store.delete(PERSON, Where.none())).isZero();
    assertThat(h2.plans().misses() + h2.plans().hits()).isEqualTo(before);
  }

  @Test
  void hostile_names_and_values_are_only_names_and_values() {
    String hostile = "a\"; drop table \"Person\"; --";
    ModelDefinition model =
        ModelDefinition.of(
            hostile,
            m ->
                m.property(Property.of("id", ScalarType.STRING).asId(1))
                    .property(Property.of(hostile, ScalarType.STRING).with("index", true))
                    .property("' or 1=1 --", ScalarType.STRING));
    JdbcConnector connector = h2.inMemory();
    for (Store store : List.of(connector.store(H2.ACME), connector.store(H2.ZEN))) {
      H2.put(store, PERSON, Map.of());
      H2.put(store, model, Map.of("id", "' or '1'='1", hostile, hostile));
      assertThat(store.find(model, Filter.where("id", "' or '1'='1"))).hasSize(1);
      assertThat(store.find(model, Filter.where("id", "x' or '1'='1"))).isEmpty();
      assertThat(store.count(model, Where.eq(hostile, hostile))).isEqualTo(1);
      var order = List.of(new Order("id; drop table \"Person\"", true), new Order(hostile, true));
      assertThat(store.find(model, Filter.all().withOrder(order))).hasSize(1);
      assertThat(store.find(model, Filter.all().fields("*) from x --"))).map(Entity::id).hasSize(1);
      assertThat(store.count(PERSON, Where.all())).isEqualTo(1);
    }
    assertThat(h2.plans().texts())
        .noneMatch(text -> text.contains("id; drop") || text.contains("from x"));
  }

  @Test
  void a_name_that_a_database_cannot_bear_is_refused() {
    Store store = h2.inMemory().store(H2.ACME);
    ModelDefinition model = Models.with(PERSON, Property.of("x".repeat(200), ScalarType.STRING));
    assertThatThrownBy(() -> store.prepare(model)).hasMessageContaining("128");
  }

  @Test
  void numbers_beyond_numbers_come_back_as_they_were() {
    Store store = h2.inMemory().store(H2.ACME);
    for (Object age :
        List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1)) {
      H2.put(store, PERSON, Map.of("age", age));
    }
    assertThat(store.find(PERSON, Filter.all()))
        .map(row -> row.get("age"))
        .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1);
    assertThat(store.find(PERSON, Filter.where("age").gt(0)))
        .map(Entity::id)
        .containsExactly(2L, 4L);
    assertThat(store.find(PERSON, Filter.where("age").gte(new BigDecimal("-5.0"))))
        .map(Entity::id)
        .containsExactly(2L, 4L);
    assertThatThrownBy(() -> H2.put(store, PERSON, Map.of("id", Double.NaN)))
        .isInstanceOf(DataException.class);
  }

  private static Filter ids(int count) {
    return Filter.of(Where.inq("id", LongStream.rangeClosed(1, count).boxed().toList()));
  }

  private static void work(Store store, String secret) {
    H2.put(store, PERSON, Map.of("name", secret));
    store.find(PERSON, Filter.where("name", secret).order("age").limit(3));
    store.update(PERSON, Where.eq("name", secret), Map.of("age", 1));
    store.count(PERSON, Filter.where("name").inq(List.of(secret, "x")).where());
    store.delete(PERSON, Filter.where("name").like(secret + "%").where());
  }
}
