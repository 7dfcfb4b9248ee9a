package dev.jongleur.jdbc;

import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.INTEGER;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.TransactionException;
import dev.jongleur.observer.CommandHook;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in the guide to the SQL connector: they run, and are those printed there. */
class SqlGuideTest {
  private static final ModelDefinition ACCOUNT =
      ModelDefinition.of("Account", a -> a.property("balance", NUMBER));

  private final Jongleur jongleur =
      Jongleur.builder()
          .dataSource("main", Settings.of("h2"))
          .blueprint(Blueprint.of("main", List.of(ACCOUNT)))
          .build();
  private final Tenant acme = jongleur.onboard("acme");
  private final Tenant globex = jongleur.onboard("globex");

  @AfterEach
  void nothing_is_left() {
    assertThat(globex.model("Account").count()).isZero();
    jongleur.close();
    assertThat(jongleur.registry().stats().leasesByKind().values()).containsOnly(0);
  }

  // begin commands
  static List<Map<String, Object>> commands(DataSource db, List<String> log) {
    Model users = db.define("User", u -> u.property("name", STRING));
    try (var _ = db.observe(CommandHook.BEFORE_EXECUTE, sent -> log.add(sent.text()))) {
      var _ = users.create(Map.of("name", "Ada")); // insert into "User" ... values (?, ...)
      return db.execute("select \"name\" as N from \"User\" where \"name\" = ?", "Ada");
    }
  }

  // end commands

  // begin indexes
  static Model seats(Tenant acme) {
    acme.customize(
        "Seat",
        seat ->
            seat.property("room", STRING)
                .property("no", INTEGER)
                .property("ticket", STRING, unique())
                .index(Index.unique("seat", "room", "no")) // taken when both are equal
                .index(Index.of("by_no", "no", "room"))); // the first before the second
    return acme.model("Seat");
  }

  // end indexes

  // begin transaction
  static void moved(Tenant acme) {
    Model accounts = acme.model("Account");
    for (int attempt = 1; attempt <= 3; attempt++) {
      Options steady = Options.of("isolationLevel", "REPEATABLE READ");
      try {
        var _ =
            acme.transaction(
                "",
                steady,
                _ -> {
                  Entity from = accounts.findById(1).orElseThrow();
                  var _ = accounts.patch(from, Map.of("balance", 3));
                  return accounts.updateAll(where("id", 2), Map.of("balance", 7));
                });
        return;
      } catch (TransactionException conflict) { // 409: another changed the account meanwhile
        System.getLogger("app").log(System.Logger.Level.DEBUG, conflict.code());
      }
    }
  }

  // end transaction

  // begin explain
  static List<String> explained(Model seats) {
    Explanation told = seats.explain(where("room", "A").and("no").gt(1).and("ticket").regexp("^x"));
    return List.of(
        told.steps().getLast(), // the rest of the condition is tested here, on each row that comes
        told.indexes().getFirst(), // seat
        told.examined() + " of " + seats.count());
  }

  // end explain

  @Test
  void a_question_is_explained() {
    Model seats = seats(acme);
    for (int i = 0; i < 100; i++) {
      var _ = seats.create(Map.of("room", i % 2 == 0 ? "A" : "B", "no", i, "ticket", "x" + i));
    }
    List<String> told = explained(seats);
    assertThat(told.get(0))
        .isEqualTo("the rest of the condition is tested here, on each row that comes");
    assertThat(told.get(1)).isEqualTo("seat");
    assertThat(told.get(2)).endsWith(" of 100").doesNotStartWith("100");
  }

  @Test
  void a_seat_is_taken_once() {
    Model seats = seats(acme);
    var _ = seats.create(Map.of("room", "A", "no", 1, "ticket", "x"));
    var _ = seats.create(Map.of("room", "A", "no", 2));
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> seats.create(Map.of("room", "A", "no", 1)))
        .satisfies(e -> assertThat(e.details()).containsEntry("properties", List.of("room", "no")));
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> seats.create(Map.of("ticket", "x")))
        .satisfies(e -> assertThat(e.details()).containsEntry("properties", List.of("ticket")));
  }

  @Test
  void money_moves() {
    Model accounts = acme.model("Account");
    var _ = accounts.createAll(List.of(Map.of("balance", 5), Map.of("balance", 5)));
    moved(acme);
    assertThat(accounts.find(Filter.all().order("id")))
        .extracting(row -> row.get("balance"))
        .containsExactly(3L, 7L);
  }

  @Test
  void commands_run() {
    try (DataSource db = DataSource.open("h2")) {
      List<String> log = new ArrayList<>();
      assertThat(commands(db, log)).containsExactly(Map.of("N", "Ada"));
      assertThat(log).anyMatch(text -> text.startsWith("insert"));
      assertThat(log).noneMatch(text -> text.contains("Ada"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"commands", "indexes", "transaction", "explain"})
  void a_program_in_the_guide_is_the_one_here(String program) throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/jdbc/SqlGuideTest.java"));
    String begin = "// begin " + program + "\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end " + program, from));
    assertThat(Files.readString(Path.of("../docs/sql.md"))).contains(text.stripIndent().strip());
  }
}
