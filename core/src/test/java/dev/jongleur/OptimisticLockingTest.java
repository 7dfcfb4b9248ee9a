package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.StaleException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A version property: every change checks it and moves it on. */
class OptimisticLockingTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model books() {
    return nothing.acme(
        "Book",
        b ->
            b.property("isbn", STRING, id())
                .property("title", STRING)
                .property("pages", NUMBER)
                .versioned("version"));
  }

  @Test
  void a_new_row_is_in_its_first_version_whatever_the_caller_says() {
    Entity book = books().create(Map.of("isbn", "a", "version", 7));
    assertThat(book.get("version")).isEqualTo(1L);
  }

  @Test
  void every_change_of_a_row_moves_its_version_on() {
    Model books = books();
    Entity book = books.create(Map.of("isbn", "a"));
    book = books.patch(book, Map.of("title", "A"));
    assertThat(book.get("version")).isEqualTo(2L);
    book = books.save(book.with("title", "B"));
    assertThat(book.get("version")).isEqualTo(3L);
    book = books.replace("a", Map.of("title", "C"));
    assertThat(book.get("version")).isEqualTo(4L);
    book = books.upsert(Map.of("isbn", "a", "title", "D"));
    assertThat(book.get("version")).isEqualTo(5L);
    book = books.replaceOrCreate(Map.of("isbn", "a", "title", "E"), Options.NONE);
    assertThat(book.get("version")).isEqualTo(6L);
    book = books.upsertWithWhere(where("title", "E"), Map.of("title", "F"), Options.NONE);
    assertThat(book.get("version")).isEqualTo(7L);
    assertThat(books.updateAll(Filter.all(), Map.of("title", "G"))).isEqualTo(1);
    assertThat(books.findById("a").orElseThrow().get("version")).isEqualTo(8L);
  }

  @Test
  void a_change_of_what_another_has_changed_is_refused() {
    Model books = books();
    Entity seen = books.create(Map.of("isbn", "a", "title", "A"));
    var _ = books.patch("a", Map.of("title", "B"));
    assertStale(() -> books.patch(seen, Map.of("pages", 1)));
    assertStale(() -> books.save(seen.with("pages", 1)));
    assertStale(() -> books.delete(seen));
    assertStale(() -> books.patch("a", Map.of("pages", 1, "version", 1)));
    assertStale(() -> books.replace("a", Map.of("pages", 1, "version", 1)));
    assertStale(() -> books.upsert(Map.of("isbn", "a", "pages", 1, "version", 1)));
    assertStale(
        () -> books.replaceOrCreate(Map.of("isbn", "a", "pages", 1, "version", "1"), Options.NONE));
    assertStale(() ->
        books.upsertWithWhere(where("title", "B"), Map.of("pages", 1, "version", 1), Options.NONE));
    assertThat(books.findById("a").orElseThrow().toMap())
        .isEqualTo(Map.of("isbn", "a", "title", "B", "version", 2L));
  }

  private static void assertStale(ThrowingCallable change) {
    assertThatExceptionOfType(StaleException.class)
        .isThrownBy(change)
        .satisfies(e -> {
          assertThat(e.status()).isEqualTo(409);
          assertThat(e.code()).isEqualTo("STALE_VERSION");
          assertThat(e.details())
              .containsEntry("model", "Book")
              .containsEntry("expected", 1L)
              .containsEntry("current", 2L);
        });
  }

  @Test
  void the_version_that_was_seen_lets_a_change_pass() {
    Model books = books();
    var _ = books.create(Map.of("isbn", "a"));
    assertThat(books.patch("a", Map.of("title", "A", "version", 1)).get("version")).isEqualTo(2L);
    assertThat(books.upsert(Map.of("isbn", "a", "title", "B", "version", 2)).get("version"))
        .isEqualTo(3L);
    Entity last = books.findById("a").orElseThrow();
    assertThat(books.delete(last)).isEqualTo(1);
  }

  @Test
  void a_row_that_is_gone_is_not_stored_anew_for_its_version() {
    Model books = books();
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> books.upsert(Map.of("isbn", "a", "version", 3)));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> books.patch("a", Map.of("title", "A", "version", 3)));
    assertThat(books.count()).isZero();
  }

  @Test
  void a_mass_update_cannot_name_one_version_for_all() {
    Model books = books();
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> books.updateAll(Filter.all(), Map.of("version", 3)))
        .withMessageContaining("version");
  }

  @Test
  void nothing_to_change_is_no_new_version() {
    Model books = books();
    Entity book = books.create(Map.of("isbn", "a"));
    assertThat(books.patch(book, Map.of()).get("version")).isEqualTo(1L);
    assertThat(books.findById("a").orElseThrow().get("version")).isEqualTo(1L);
  }

  @Test
  void of_many_who_count_at_once_none_is_lost() throws Exception {
    Model books = books();
    var _ = books.create(Map.of("isbn", "a", "pages", 0));
    var stale = new AtomicInteger();
    var _ =
        Race.of(
            8,
            _ -> {
              for (int done = 0; done < 50; ) {
                Entity seen = books.findById("a").orElseThrow();
                try {
                  long pages = Long.parseLong(String.valueOf(seen.get("pages")));
                  var _ = books.patch(seen, Map.of("pages", pages + 1));
                  done++;
                } catch (StaleException e) {
                  stale.incrementAndGet();
                }
              }
              return 0;
            });
    Entity last = books.findById("a").orElseThrow();
    assertThat(last.get("pages")).isEqualTo(400L);
    assertThat(last.get("version")).isEqualTo(401L);
  }

  @Test
  void a_version_is_a_number() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> ModelDefinition.of("Book", b -> b.property("v", STRING).versioned("v")))
        .withMessageContaining("properties.v");
  }
}
