package dev.jongleur.jdbc;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.StaleException;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers of two tenants at once: no row twice, no change lost, whatever the backend. */
class AtomicOperationsTest {
  private static final int CALLERS = 16;

  private static final ModelDefinition USER =
      ModelDefinition.of(
          "User",
          u ->
              u.property("name", STRING)
                  .property("seen", NUMBER)
                  .relation(Relation.hasOne("card", "Card", "userId")));

  private static final ModelDefinition CARD =
      ModelDefinition.of("Card", c -> c.property("userId", NUMBER));

  private static final ModelDefinition BOOK =
      ModelDefinition.of(
          "Book",
          b ->
              b.property("isbn", STRING, id())
                  .property("title", STRING)
                  .property("pages", NUMBER)
                  .versioned("version"));

  private static Jongleur on(String connector) {
    Settings settings = Settings.of(connector);
    Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", connector.equals("h2") ? settings.with("wait", 60_000) : settings)
            .blueprint(Blueprint.of("main", List.of(USER, CARD, BOOK)))
            .build();
    var _ = jongleur.onboard("acme");
    var _ = jongleur.onboard("globex");
    return jongleur;
  }

  /** What each caller's work came to, by the tenant it was for. */
  private static <T> Map<String, List<T>> together(
      Jongleur jongleur, String model, Function<Model, T> work) throws Exception {
    var start = new CountDownLatch(1);
    List<Future<T>> acme = new ArrayList<>();
    List<Future<T>> globex = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        boolean first = caller % 2 == 0;
        Model mine = jongleur.tenant(first ? "acme" : "globex").model(model);
        (first ? acme : globex)
            .add(
                threads.submit(() -> {
                  start.await();
                  return work.apply(mine);
                }));
      }
      start.countDown();
    }
    return Map.of("acme", results(acme), "globex", results(globex));
  }

  private static <T> List<T> results(List<Future<T>> running) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      results.add(one.get());
    }
    return results;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void one_of_many_who_look_for_a_row_creates_it(String connector) throws Exception {
    try (Jongleur jongleur = on(connector)) {
      Map<String, Object> ada = Map.of("name", "Ada");
      Map<String, List<Found>> found =
          together(
              jongleur,
              "User",
              users -> users.findOrCreate(where("name", "Ada"), ada, Options.NONE));
      found.forEach((tenant, results) -> {
        assertThat(results.stream().filter(Found::created)).as(tenant).hasSize(1);
        assertThat(results).extracting(one -> one.entity().id()).containsOnly(1L);
        assertThat(jongleur.tenant(tenant).model("User").count()).isEqualTo(1);
      });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void one_of_many_who_store_by_a_condition_creates_it(String connector) throws Exception {
    try (Jongleur jongleur = on(connector)) {
      var _ =
          together(
              jongleur,
              "User",
              users ->
                  users.upsertWithWhere(
                      where("name", "Ada"), Map.of("name", "Ada", "seen", 1), Options.NONE));
      for (String tenant : List.of("acme", "globex")) {
        assertThat(jongleur.tenant(tenant).model("User").count()).as(tenant).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void many_who_store_by_one_id_store_one_row(String connector) throws Exception {
    try (Jongleur jongleur = on(connector)) {
      Map<String, List<Entity>> stored =
          together(jongleur, "Book", books -> books.upsert(Map.of("isbn", "a", "title", "A")));
      var _ =
          together(
              jongleur,
              "Book",
              books -> books.replaceOrCreate(Map.of("isbn", "b", "title", "B"), Options.NONE));
      stored
          .keySet()
          .forEach(tenant -> {
            Model books = jongleur.tenant(tenant).model("Book");
            assertThat(books.find()).extracting(Entity::id).containsExactly("a", "b");
            assertThat(books.find())
                .as("each change counts")
                .extracting(row -> row.get("version"))
                .containsOnly((long) CALLERS / 2);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void no_count_is_lost(String connector) throws Exception {
    try (Jongleur jongleur = on(connector)) {
      for (String tenant : List.of("acme", "globex")) {
        var _ = jongleur.tenant(tenant).model("Book").create(Map.of("isbn", "a", "pages", 0));
      }
      var _ = together(jongleur, "Book", AtomicOperationsTest::countTenTimes);
      for (String tenant : List.of("acme", "globex")) {
        Entity book = jongleur.tenant(tenant).model("Book").findById("a").orElseThrow();
        assertThat(book.get("pages")).isEqualTo(10L * CALLERS / 2);
        assertThat(book.get("version")).isEqualTo(10L * CALLERS / 2 + 1);
      }
    }
  }

  private static boolean countTenTimes(Model books) {
    for (int counted = 0; counted < 10; ) {
      Entity seen = books.findById("a").orElseThrow();
      long pages = (long) Objects.requireNonNull(seen.get("pages"));
      try {
        var _ = books.patch(seen, Map.of("pages", pages + 1));
        counted++;
      } catch (StaleException e) {
        Thread.onSpinWait();
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void one_of_many_relates_the_only_one(String connector) throws Exception {
    try (Jongleur jongleur = on(connector)) {
      for (String tenant : List.of("acme", "globex")) {
        var _ = jongleur.tenant(tenant).model("User").create(Map.of("name", "Ada"));
      }
      Map<String, List<Boolean>> created =
          together(jongleur, "User", AtomicOperationsTest::createsCard);
      created.forEach((tenant, results) -> {
        assertThat(results).as(tenant).containsOnlyOnce(true);
        assertThat(jongleur.tenant(tenant).model("Card").count()).isEqualTo(1);
      });
    }
  }

  private static boolean createsCard(Model users) {
    Entity ada = users.findById(1).orElseThrow();
    try {
      return users.related(ada, "card").create(Map.of()).isStored();
    } catch (DataException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void a_list_is_stored_whole_or_not_and_tells_which_item_failed(String connector) {
    try (Jongleur jongleur = on(connector)) {
      Model books = jongleur.tenant("acme").model("Book");
      List<Map<String, Object>> many =
          IntStream.range(0, 10_000)
              .mapToObj(i -> Map.<String, Object>of("isbn", "n" + (i == 7_777 ? 3 : i)))
              .toList();
      assertThatExceptionOfType(BulkException.class)
          .isThrownBy(() -> books.createAll(many))
          .withCauseInstanceOf(DuplicateException.class)
          .satisfies(e -> assertThat(e.details()).containsEntry("index", 7_777));
      assertThat(books.count()).isZero();
      assertThat(books.createAll(many.subList(0, 7_777))).hasSize(7_777);
      assertThat(books.count()).isEqualTo(7_777);
      assertThat(jongleur.tenant("globex").model("Book").count()).isZero();
    }
  }
}
