package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that are deleted stay, and are not found. */
class SoftDeletionTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model books() {
    Model books =
        nothing.acme(
            "Book",
            b ->
                b.property("isbn", STRING, id()).property("title", STRING).softDelete("deletedAt"));
    for (String isbn : List.of("a", "b", "c")) {
      var _ = books.create(Map.of("isbn", isbn, "title", isbn.toUpperCase(java.util.Locale.ROOT)));
    }
    return books;
  }

  @Test
  void a_deleted_row_is_not_found() {
    Model books = books();
    assertThat(books.deleteById("a")).isEqualTo(1);
    assertThat(books.find()).extracting(Entity::id).containsExactly("b", "c");
    assertThat(books.findById("a")).isEmpty();
    assertThat(books.findByIds(List.of("a", "b"))).hasSize(1);
    assertThat(books.count()).isEqualTo(2);
    assertThat(books.exists("a")).isFalse();
    assertThat(books.deleteById("a")).isZero();
  }

  @Test
  void a_deleted_row_is_not_changed() {
    Model books = books();
    Entity seen = books.findById("a").orElseThrow();
    assertThat(books.delete(seen)).isEqualTo(1);
    assertThat(books.updateAll(Filter.all(), Map.of("title", "X"))).isEqualTo(2);
    assertMissing(() -> books.patch("a", Map.of("title", "X")));
    assertMissing(() -> books.patch(seen, Map.of("title", "X")));
    assertMissing(() -> books.replace("a", Map.of("title", "X")));
    assertMissing(() -> books.save(seen.with("title", "X")));
    assertThat(books.unscoped().findById("a").orElseThrow().get("title")).isEqualTo("A");
  }

  private static void assertMissing(org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(change);
  }

  @Test
  void a_deleted_row_keeps_its_key() {
    Model books = books();
    var _ = books.deleteById("a");
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> books.create(Map.of("isbn", "a")));
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> books.upsert(Map.of("isbn", "a", "title", "X")));
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> books.replaceOrCreate(Map.of("isbn", "a"), Options.NONE));
  }

  @Test
  void unscoped_sees_when_it_was_deleted_and_deletes_for_good() {
    Model books = books();
    assertThat(books.deleteAll(where("isbn").inq(List.of("a", "b")))).isEqualTo(2);
    Model all = books.unscoped();
    assertThat(all.count()).isEqualTo(3);
    assertThat(all.findById("a").orElseThrow().get("deletedAt")).isInstanceOf(Instant.class);
    assertThat(all.deleteById("a")).isEqualTo(1);
    assertThat(all.count()).isEqualTo(2);
    assertThat(books.count(Filter.all(), Options.of("unscoped", true))).isEqualTo(2);
  }

  @Test
  void a_row_can_be_restored() {
    Model books = books();
    var _ = books.deleteById("a");
    Entity back = books.restore("a");
    assertThat(back.toMap()).containsEntry("title", "A").containsEntry("deletedAt", null);
    assertThat(books.findById("a")).isPresent();
    assertMissing(() -> books.restore("a"));
    assertMissing(() -> books.restore("z"));
  }

  @Test
  void who_deletes_for_good_restores_nothing() {
    Model users = nothing.acme("User", u -> u.property("name", STRING));
    assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> users.restore(1));
  }

  @Test
  void nobody_says_that_a_row_is_deleted_but_by_deleting_it() {
    Model books = books();
    Entity book = books.create(Map.of("isbn", "d", "deletedAt", Instant.EPOCH));
    assertThat(book.get("deletedAt")).isNull();
    var _ = books.patch("d", Map.of("title", "D", "deletedAt", Instant.EPOCH));
    assertThat(books.exists("d")).isTrue();
  }

  @Test
  void observers_see_a_deletion() {
    Model books = books();
    var seen = new ArrayList<Hook>();
    var _ = books.observe(Hook.all(), context -> seen.add(context.hook()));
    var _ = books.deleteById("a");
    assertThat(seen).containsExactly(Hook.ACCESS, Hook.BEFORE_DELETE, Hook.AFTER_DELETE);
  }

  @Test
  void a_deleted_row_is_not_included() {
    ModelDefinition shelf =
        ModelDefinition.of("Shelf", s -> s.relation(Relation.hasMany("books", "Book", "shelfId")));
    ModelDefinition book =
        ModelDefinition.of("Book", b -> b.property("title", STRING).softDelete("deletedAt"));
    Tenant acme = nothing.acme(shelf, book);
    Model shelves = acme.model("Shelf");
    Object id = shelves.create(Map.of()).id();
    Model books = acme.model("Book");
    var _ = books.createAll(List.of(Map.of("shelfId", id), Map.of("shelfId", id)));
    var _ = books.deleteById(1);
    Filter all = Filter.all().include("books");
    assertThat(related(shelves.findOne(all).orElseThrow())).hasSize(1);
    assertThat(related(shelves.unscoped().findOne(all).orElseThrow())).hasSize(2);
  }

  private static List<?> related(Entity shelf) {
    return (List<?>) shelf.related("books").orElseThrow();
  }

  @Test
  void a_tenant_cannot_take_away_what_is_kept() {
    Tenant acme = nothing.acme(ModelDefinition.of("Book", b -> b.softDelete("deletedAt")));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> acme.customize("Book", b -> b.without("deletedAt")))
        .withMessageContaining("deletedAt");
  }

  @Test
  void a_tenant_may_delete_softly_what_others_delete_for_good() {
    Tenant acme = nothing.acme(ModelDefinition.of("Book", b -> b.property("title", STRING)));
    acme.customize("Book", b -> b.softDelete("gone"));
    Model books = acme.model("Book");
    var _ = books.create(Map.of("title", "A"));
    assertThat(books.deleteAll(Filter.all())).isEqualTo(1);
    assertThat(books.unscoped().count()).isEqualTo(1);
  }
}
