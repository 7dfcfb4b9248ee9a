package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.observer.Hook.AFTER_DELETE;
import static dev.jongleur.observer.Hook.AFTER_SAVE;
import static dev.jongleur.observer.Hook.BEFORE_DELETE;
import static dev.jongleur.observer.Hook.BEFORE_SAVE;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.MisuseException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows as they were before a change, for observers that ask for them. */
class PreviousTest {
  private static final ModelDefinition BOOK =
      ModelDefinition.of("Book", b -> b.property("isbn", STRING, id()).property("pages", NUMBER));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final List<Object> seen = new ArrayList<>();

  private Model books() {
    Jongleur jongleur = nothing.application(BOOK);
    var _ = jongleur.onboard("globex").model("Book").create(Map.of("isbn", "a", "pages", 99));
    Model books = jongleur.onboard("acme").model("Book");
    var _ = books.createAll(List.of(book("a", 1), book("b", 2)));
    return books;
  }

  private static Map<String, Object> book(String isbn, int pages) {
    return Map.of("isbn", isbn, "pages", pages);
  }

  private static List<Object> pages(List<Entity> rows) {
    return rows.stream().map(row -> (Object) String.valueOf(row.get("pages"))).toList();
  }

  @Test
  void after_a_save_the_row_is_seen_as_it_was() {
    Model books = books();
    var _ = books.observe(AFTER_SAVE.withPrevious(), saved -> seen.add(pages(saved.previous())));
    var _ = books.patch("a", Map.of("pages", 10));
    var _ = books.replace("a", book("a", 11));
    var _ = books.save(books.findById("a").orElseThrow().with("pages", 12));
    var _ = books.upsert(book("a", 13));
    var _ = books.replaceOrCreate(book("a", 14), Options.NONE);
    var _ = books.upsertWithWhere(where("isbn", "a"), Map.of("pages", 15), Options.NONE);
    assertThat(seen)
        .containsExactly(
            List.of("1"),
            List.of("10"),
            List.of("11"),
            List.of("12"),
            List.of("13"),
            List.of("14"));
  }

  @Test
  void a_row_that_is_made_was_not_there_before() {
    Model books = books();
    var _ = books.observe(AFTER_SAVE.withPrevious(), saved -> seen.add(pages(saved.previous())));
    var _ = books.create(book("c", 1));
    var _ = books.upsert(book("d", 1));
    var _ = books.findOrCreate(where("isbn", "e"), book("e", 1), Options.NONE);
    assertThat(seen).containsExactly(List.of(), List.of(), List.of());
  }

  @Test
  void mass_changes_show_every_row() {
    Model books = books();
    var _ = books.observe(AFTER_SAVE.withPrevious(), saved -> seen.add(pages(saved.previous())));
    var _ = books.observe(AFTER_DELETE.withPrevious(), gone -> seen.add(pages(gone.previous())));
    var _ = books.updateAll(Filter.all(), Map.of("pages", 7));
    var _ = books.deleteAll(where("isbn", "b"));
    var _ = books.deleteById("a");
    assertThat(seen).containsExactly(List.of("1", "2"), List.of("7"), List.of("7"));
  }

  @Test
  void before_the_change_they_are_there_too() {
    Model books = books();
    var _ = books.observe(BEFORE_SAVE.withPrevious(), save -> seen.add(pages(save.previous())));
    var _ = books.observe(BEFORE_DELETE.withPrevious(), rows -> seen.add(pages(rows.previous())));
    var _ = books.patch("a", Map.of("pages", 10));
    var _ = books.create(book("c", 3));
    var _ = books.delete(books.findById("b").orElseThrow());
    assertThat(seen).containsExactly(List.of("1"), List.of(), List.of("2"));
  }

  @Test
  void who_did_not_ask_is_refused() {
    Model books = books();
    var _ = books.observe(AFTER_SAVE, saved -> seen.add(saved.previous()));
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> books.patch("a", Map.of("pages", 10)))
        .withMessageContaining("\"Book\"")
        .withMessageContaining("withPrevious()");
  }

  @Test
  void nothing_is_read_when_the_one_who_asked_is_gone() {
    Model books = books();
    var asking = books.observe(AFTER_SAVE.withPrevious(), _ -> {});
    asking.close();
    var _ = books.observe(AFTER_SAVE, saved -> seen.add(saved.previous()));
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> books.patch("a", Map.of("pages", 10)));
  }
}
