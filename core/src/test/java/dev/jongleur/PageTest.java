package dev.jongleur;

import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Page;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.QueryException;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages by bookmark. */
class PageTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model people() {
    Model people = nothing.acme("Person", PageTest::content);
    for (String name : List.of("Ada", "bob", "Bob", "cy", "ada")) {
      var _ = people.create(Map.of("name", name, "age", name.length()));
    }
    var _ = people.create(Map.of());
    return people;
  }

  private static void content(ModelBuilder person) {
    person
        .property("name", STRING)
        .property("age", NUMBER)
        .property("at", GEOPOINT)
        .property("any", ANY)
        .property("secret", STRING)
        .settings(ModelSettings.DEFAULT.withHidden(Set.of("secret")));
  }

  @Test
  void pages_follow_each_other_to_the_end() {
    Model people = people();
    for (Filter filter :
        List.of(
            Filter.all(),
            Filter.all().order("name"),
            Filter.all().order("name DESC"),
            Filter.all().order("name ignoreCase"),
            Filter.all().order("name DESC ignoreCase", "id DESC"),
            Filter.all().order("age DESC", "name").fields("at"),
            where("age").gt(2).order("age"))) {
      for (int size = 1; size < 8; size++) {
        assertThat(all(people, filter.limit(size)))
            .as("%s", filter)
            .containsExactlyElementsOf(people.find(filter));
      }
    }
    assertThat(people.page(where("name", "none").limit(2)).rows()).isEmpty();
    assertThat(people.page(Filter.all().limit(6)).next()).isEmpty();
    assertThat(people.page(Filter.all().limit(Integer.MAX_VALUE)).rows()).hasSize(6);
  }

  private static List<Entity> all(Model people, Filter filter) {
    Page page = people.page(filter);
    var rows = new ArrayList<>(page.rows());
    while (page.next().isPresent()) {
      page = people.page(filter, page.next().get());
      assertThat(page.rows()).isNotEmpty();
      rows.addAll(page.rows());
    }
    return rows;
  }

  @Test
  void what_is_stored_meanwhile_moves_nothing() {
    Model people = people();
    Filter byAge = Filter.all().order("age").limit(2);
    Page first = people.page(byAge);
    var _ = people.create(Map.of("name", "Early", "age", 0));
    var _ = people.deleteById(first.rows().getLast().id());
    Page second = people.page(byAge, first.next().orElseThrow());
    assertThat(second.rows()).extracting(row -> row.get("name")).containsExactly("Ada", "bob");
  }

  @Test
  void garbage_is_no_bookmark() {
    Model people = people();
    Filter filter = Filter.all().order("name").limit(2);
    String bookmark = people.page(filter).next().orElseThrow();
    assertThat(bookmark).matches("[A-Za-z0-9_-]+");
    String content =
        new String(Base64.getUrlDecoder().decode(bookmark), StandardCharsets.ISO_8859_1);
    String forged =
        Base64.getUrlEncoder()
            .encodeToString(content.replace("ad", "zz").getBytes(StandardCharsets.ISO_8859_1));
    for (String bad :
        List.of(
            "x",
            "!",
            " ",
            bookmark.substring(1),
            bookmark.substring(0, 8),
            bookmark + "AAAA",
            "A".repeat(100_000),
            content.contains("ad") ? forged : "y")) {
      assertThatExceptionOfType(QueryException.class)
          .as(bad)
          .isThrownBy(() -> people.page(filter, bad))
          .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }
  }

  @Test
  void a_bookmark_is_of_its_order() {
    Model people = people();
    String bookmark = people.page(Filter.all().order("name").limit(2)).next().orElseThrow();
    for (String[] order : new String[][] {{"name DESC"}, {"name ignoreCase"}, {"age"}, {}}) {
      assertThatExceptionOfType(QueryException.class)
          .isThrownBy(() -> people.page(Filter.all().order(order).limit(2), bookmark))
          .withMessageContaining("another order");
    }
    assertThat(people.page(Filter.all().order("name", "id").limit(5), bookmark).rows())
        .as("the same order said in full")
        .hasSize(4);
  }

  @Test
  void there_is_no_page_where_nothing_comes_after() {
    Model people = people();
    for (Filter filter :
        List.of(
            Filter.all(),
            Filter.all().limit(2).skip(1),
            Filter.all().limit(2).order("any"),
            Filter.all().limit(2).order("at"),
            Filter.all().limit(2).order("nowhere"),
            Filter.all().limit(2).order("any.x"),
            where("at").near(new GeoPoint(1, 2), 1, GeoPoint.Unit.MILES).limit(2))) {
      assertThatExceptionOfType(QueryException.class)
          .as("%s", filter)
          .isThrownBy(() -> people.page(filter));
    }
    Model keyless = nothing.memory().define("Log", log -> log.injectId(false));
    assertThatExceptionOfType(MissingKeyException.class)
        .isThrownBy(() -> keyless.page(Filter.all().limit(2)));
  }

  @Test
  void a_bookmark_tells_nothing_that_is_hidden() {
    Model people = people();
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> people.page(Filter.all().order("secret").limit(2)))
        .withMessageContaining("hidden");
  }

  @Test
  void observers_and_limits_hold_as_in_find() {
    Jongleur jongleur =
        nothing.application(
            dev.jongleur.definition.ModelDefinition.of("Person", PageTest::content));
    Tenant acme = jongleur.onboard("acme");
    Model people = acme.model("Person");
    var _ = people.createAll(List.of(Map.of(), Map.of(), Map.of(), Map.of()));
    var loaded = new AtomicInteger();
    var _ =
        people.observe(
            Hook.ACCESS, access -> access.query(access.query().and(where("id").gt(1).where())));
    var _ = people.observe(Hook.LOADED, _ -> loaded.incrementAndGet());
    Page page = people.page(Filter.all().limit(2));
    assertThat(page.rows()).extracting(Entity::id).containsExactly(2L, 3L);
    assertThat(loaded).hasValue(2);
    acme.limits(TenantLimits.NONE.withRows(2));
    assertThat(people.page(Filter.all().limit(2)).next()).isPresent();
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> people.page(Filter.all().limit(3), Options.NONE));
  }
}
