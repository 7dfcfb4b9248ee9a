package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.error.DataException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.QueryException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-176, F-180 to F-184. */
class UpsertTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model books() {
    return nothing.acme(
        "Book",
        b ->
            b.property("isbn", STRING, id())
                .property("title", STRING, required())
                .property("pages", NUMBER, defaultTo(100)));
  }

  @Test
  void an_upsert_patches_what_is_there() {
    Model books = books();
    var _ = books.create(Map.of("isbn", "a", "title", "A", "pages", 5));
    assertThat(books.upsert(Map.of("isbn", "a", "title", "B")).toMap())
        .isEqualTo(Map.of("isbn", "a", "title", "B", "pages", 5L));
    assertThat(books.count()).isEqualTo(1);
  }

  @Test
  void an_upsert_creates_what_is_not_there() {
    Model books = books();
    assertThat(books.upsert(Map.of("isbn", "a", "title", "A")).isStored()).isTrue();
    assertThat(books.findById("a")).isPresent();
  }

  @Test
  void an_upsert_validates_a_patch_only_when_told_to() {
    Model books = books();
    var _ = books.create(Map.of("isbn", "a", "title", "A"));
    assertThat(books.upsert(Map.of("isbn", "a", "title", "")).get("title")).isEqualTo("");
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(
            () -> books.upsert(Map.of("isbn", "a", "title", ""), Options.of("validate", true)));
  }

  @Test
  void an_id_that_is_generated_must_be_there() {
    Model users = nothing.acme("User", u -> u.property("name", STRING));
    assertThat(users.upsert(Map.of("name", "Ada")).id()).isEqualTo(1L);
    assertThat(users.upsert(Map.of("id", "1", "name", "Bob")).get("name")).isEqualTo("Bob");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> users.upsert(Map.of("id", 9, "name", "Cy")));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> users.replaceOrCreate(Map.of("id", 9), Options.NONE));
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void replacing_leaves_nothing_of_the_row() {
    Model books = books();
    var _ = books.create(Map.of("isbn", "a", "title", "A", "pages", 5));
    Entity replaced = books.replaceOrCreate(Map.of("isbn", "a", "title", "B"), Options.NONE);
    assertThat(replaced.get("pages")).isEqualTo(100L);
    assertThat(books.replaceOrCreate(Map.of("isbn", "b", "title", "B"), Options.NONE).id())
        .isEqualTo("b");
    assertThat(books.find()).hasSize(2);
  }

  @Test
  void by_a_condition_one_match_is_patched_and_more_are_refused() {
    Model books = books();
    Filter titled = where("title", "A");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> books.upsertWithWhere(titled, Map.of(), Options.NONE));
    var _ = books.upsertWithWhere(titled, Map.of("isbn", "a", "title", "A"), Options.NONE);
    assertThat(books.upsertWithWhere(titled, patch(7), Options.NONE).id()).isEqualTo("a");
    var _ = books.create(Map.of("isbn", "b", "title", "A"));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> books.upsertWithWhere(titled, patch(8), Options.NONE));
    assertThat(books.count(where("pages", 8))).isZero();
  }

  /** Data of its own is validated by itself: it brings what is required. */
  private static Map<String, Object> patch(int pages) {
    return Map.of("title", "A", "pages", pages);
  }

  @Test
  void operators_of_a_backend_are_refused_in_data() {
    Model books = books();
    Map<String, Object> counted = Map.of("isbn", "a", "title", "A", "pages", Map.of("$inc", 1));
    assertThatExceptionOfType(QueryException.class).isThrownBy(() -> books.upsert(counted));
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> books.upsertWithWhere(where("isbn", "a"), counted, Options.NONE));
    assertThat(books.count()).isZero();
  }

  @Test
  void what_is_found_is_not_created() {
    Model books = books();
    Map<String, Object> data = Map.of("isbn", "a", "title", "A");
    assertThat(books.findOrCreate(where("title", "A"), data, Options.NONE).created()).isTrue();
    Map<String, Object> other = Map.of("isbn", "b", "title", "B");
    Found again = books.findOrCreate(where("title", "A"), other, Options.NONE);
    assertThat(again.created()).isFalse();
    assertThat(again.entity().id()).isEqualTo("a");
  }

  @RepeatedTest(20)
  void eight_upserts_of_one_new_id_store_one_row() throws Exception {
    Model books = books();
    List<Entity> stored =
        Race.of(8, runner -> books.upsert(Map.of("isbn", "a", "title", "by " + runner)));
    assertThat(stored).extracting(Entity::id).containsOnly("a");
    assertThat(books.count()).isEqualTo(1);
  }

  @RepeatedTest(20)
  void eight_replacements_of_one_new_id_store_one_row() throws Exception {
    Model books = books();
    var _ =
        Race.of(
            8, i -> books.replaceOrCreate(Map.of("isbn", "a", "title", "by " + i), Options.NONE));
    assertThat(books.count()).isEqualTo(1);
  }

  @RepeatedTest(20)
  void of_eight_who_find_or_create_one_creates() throws Exception {
    Model users = nothing.acme("User", u -> u.property("name", STRING));
    List<Found> found =
        Race.of(
            8, _ -> users.findOrCreate(where("name", "Ada"), Map.of("name", "Ada"), Options.NONE));
    assertThat(found).filteredOn(Found::created).hasSize(1);
    assertThat(found).extracting(one -> one.entity().id()).containsOnly(1L);
    assertThat(users.count()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void concurrent_creations_get_ids_of_their_own() throws Exception {
    Model users = nothing.acme("User", u -> u.property("name", STRING));
    List<Entity> created = Race.of(64, i -> users.create(Map.of("name", "n" + i)));
    assertThat(created).extracting(Entity::id).doesNotHaveDuplicates().hasSize(64);
  }
}
