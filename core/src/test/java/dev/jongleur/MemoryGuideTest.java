package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.index;
import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in the guide to the memory connector: they run, and are those printed there. */
class MemoryGuideTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  // begin indexes
  static Model users(DataSource db) {
    return db.define(
        "User",
        user ->
            user.property("email", STRING, unique()) // 409 naming the property, when it is taken
                .property("city", STRING, index())
                .property("age", NUMBER)
                .index(Index.of("byCity", "city", "age"))); // the first before the second
  }

  // end indexes

  // begin explain
  static List<String> explained(Model users) {
    Explanation told = users.explain(where("city", "Turin").order("age DESC").limit(2));
    return List.of(
        told.steps().getFirst(), // 3 rows in 1 spans of byCity, backwards
        told.indexes().getFirst(), // byCity
        told.examined() + " of " + users.count()); // 2 of 4
  }

  // end explain

  // begin transaction
  static long moved(Tenant acme) {
    Model accounts = acme.model("Account");
    return acme.transaction(tx -> { // commits when it returns, rolls back when it throws
      Entity from = accounts.findById(1).orElseThrow(); // this thread's work is part of it
      var _ = accounts.patch(from, Map.of("balance", 3));
      return accounts.updateAll(where("id", 2), Map.of("balance", 7), tx.options());
    });
  }

  // end transaction

  @Test
  void a_question_is_explained() {
    Model users = users(nothing.memory());
    var _ =
        users.createAll(
            List.of(
                Map.of("city", "Turin", "age", 1, "email", "a"),
                Map.of("city", "Turin", "age", 2),
                Map.of("city", "Turin", "age", 3),
                Map.of("city", "Rome", "age", 4)));
    assertThat(explained(users))
        .containsExactly("3 rows in 1 spans of byCity, backwards", "byCity", "2 of 4");
  }

  @Test
  void money_moves() {
    Tenant acme = nothing.acme(ModelDefinition.of("Account", a -> a.property("balance", NUMBER)));
    Model accounts = acme.model("Account");
    var _ = accounts.createAll(List.of(Map.of("balance", 5), Map.of("balance", 5)));
    assertThat(moved(acme)).isEqualTo(1);
    assertThat(accounts.find()).extracting(a -> a.get("balance")).containsExactly(3L, 7L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"indexes", "explain", "transaction"})
  void a_program_in_the_guide_is_the_one_here(String program) throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/MemoryGuideTest.java"));
    String begin = "// begin " + program + "\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end " + program, from));
    assertThat(Files.readString(Path.of("../docs/memory.md"))).contains(text.stripIndent().strip());
  }
}
