package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a row was created, and changed last. */
class TimeStampsTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = FIRST.plusSeconds(60);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final ClockByHand clock = new ClockByHand();

  private Model books() {
    DataSource source = nothing.closing(new ModelRegistry(clock).open(Settings.of("memory")));
    return source.define(
        "Book", b -> b.property("isbn", STRING, id()).property("title", STRING).timestamps());
  }

  @Test
  void a_row_knows_when_it_was_created() {
    Model books = books();
    assertStamps(books.create(Map.of("isbn", "a", "createdAt", LATER)), FIRST, FIRST);
    assertStamps(books.createAll(List.of(Map.of("isbn", "b"))).getFirst(), FIRST, FIRST);
    assertStamps(books.upsert(Map.of("isbn", "c")), FIRST, FIRST);
    assertStamps(books.replaceOrCreate(Map.of("isbn", "d"), Options.NONE), FIRST, FIRST);
    assertStamps(
        books.upsertWithWhere(where("title", "E"), Map.of("isbn", "e"), Options.NONE),
        FIRST,
        FIRST);
    assertStamps(
        books.findOrCreate(where("title", "F"), Map.of("isbn", "f"), Options.NONE).entity(),
        FIRST,
        FIRST);
  }

  @Test
  void a_row_knows_when_it_was_changed_last() {
    Model books = books();
    Entity book = books.create(Map.of("isbn", "a"));
    clock.pass(Duration.ofSeconds(60));
    assertStamps(books.patch("a", Map.of("title", "A", "createdAt", LATER)), FIRST, LATER);
    assertStamps(books.save(book.without("createdAt")), FIRST, LATER);
    assertStamps(books.replace("a", Map.of("title", "B")), FIRST, LATER);
    assertStamps(books.upsert(Map.of("isbn", "a", "title", "C")), FIRST, LATER);
    assertStamps(books.replaceOrCreate(Map.of("isbn", "a"), Options.NONE), FIRST, LATER);
    assertStamps(books.findById("a").orElseThrow(), FIRST, LATER);
    clock.pass(Duration.ofSeconds(60));
    assertThat(books.updateAll(Filter.all(), Map.of("title", "D"))).isEqualTo(1);
    assertStamps(books.findById("a").orElseThrow(), FIRST, LATER.plusSeconds(60));
  }

  private static void assertStamps(Entity row, Instant created, Instant updated) {
    assertThat(row.get("createdAt")).isEqualTo(created);
    assertThat(row.get("updatedAt")).isEqualTo(updated);
  }
}
