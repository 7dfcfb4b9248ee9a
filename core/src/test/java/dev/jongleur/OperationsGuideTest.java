package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.StaleException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program in the guide to operations. */
class OperationsGuideTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static List<Object> kept(DataSource db) {
    Model books =
        db.define(
            "Book",
            b ->
                b.property("isbn", STRING, id())
                    .property("title", STRING)
                    .versioned("version") // every change checks and moves it on
                    .softDelete("deletedAt") // a deleted row stays, and is not found
                    .timestamps()); // createdAt, updatedAt
    Entity seen = books.create(Map.of("isbn", "a", "title", "A")); // version 1
    Entity next = books.patch(seen, "title", "B"); // version 2; seen stays as it was
    String late;
    try {
      late = String.valueOf(books.patch(seen, "title", "C"));
    } catch (StaleException e) { // 409, STALE_VERSION: another was faster
      late = "current " + e.details().get("current");
    }
    var _ = books.deleteById("a"); // not found any more
    Entity back = books.restore("a");
    var _ = books.unscoped().deleteById("a"); // for good
    return List.of(String.valueOf(next.get("version")), late, String.valueOf(back.get("version")));
  }

  @Test
  void the_program_runs() {
    assertThat(kept(nothing.memory())).containsExactly("2", "current 2", "4");
  }
}
