package dev.jongleur.memory;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.StoreException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows in memory that are there again after a restart. */
class DurableTest {
  private static final int ENOUGH = 300;

  private static final ModelDefinition ADDRESS =
      ModelDefinition.of("Address", a -> a.injectId(false).property("city", STRING));
  private static final ModelDefinition PERSON =
      ModelDefinition.of(
          "Person",
          person ->
              person
                  .property("name", STRING)
                  .property("age", NUMBER)
                  .property("born", DATE)
                  .property("address", new InlineType(ADDRESS)));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();
  @TempDir Path temp;

  private static Settings settings(Path directory) {
    return Settings.of("memory").with("directory", directory.toString());
  }

  private static Jongleur open(Path directory) {
    return Jongleur.builder()
        .dataSource("main", settings(directory))
        .blueprint(Blueprint.of("main", List.of(PERSON)))
        .build();
  }

  @Test
  void who_names_a_file_as_loopback_does_is_told_that_nothing_is_kept_there() {
    var warnings = new ArrayList<String>();
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord told) {
            warnings.add(told.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.jongleur.memory");
    logger.addHandler(handler);
    try (var db = DataSource.open(Settings.of("memory").with("file", "rows.json"))) {
      assertThat(db.define(PERSON).count()).isZero();
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(warnings).singleElement().asString().contains("\"file\"", "\"directory\"");
  }

  @Test
  void rows_tenants_and_ids_are_there_after_a_restart() {
    Map<String, Object> ada =
        Map.of(
            "name", "Ada", "age", 36.5, "born", Instant.EPOCH, "address", Map.of("city", "Faro"));
    Entity before;
    try (Jongleur jongleur = open(temp)) {
      Model people = jongleur.onboard("acme").model("Person");
      before = people.create(ada);
      people.deleteById(people.create(Map.of("name", "Gone")).id());
      var _ = jongleur.onboard("globex").model("Person").create(Map.of("name", "Theirs"));
    }
    try (Jongleur jongleur = open(temp)) {
      assertThat(jongleur.tenants()).containsExactlyInAnyOrder("acme", "globex");
      Model people = jongleur.tenant("acme").model("Person");
      assertThat(people.find()).containsExactly(before);
      assertThat(people.find(where("address.city").eq("Faro"))).containsExactly(before);
      assertThat(people.create(Map.of("name", "Third")).id()).isEqualTo(3L);
      assertThat(jongleur.tenant("globex").model("Person").findOne(where("name").eq("Theirs")))
          .isPresent();
    }
  }

  @Test
  void erasing_a_tenant_removes_it_from_the_disk() {
    try (Jongleur jongleur = open(temp)) {
      Tenant acme = jongleur.onboard("acme");
      var _ = acme.model("Person").create(Map.of("name", "Ada"));
      var _ = jongleur.onboard("globex").model("Person").create(Map.of("name", "Theirs"));
      acme.fold();
      assertThat(acme.model("Person").count()).isEqualTo(1);
      acme.erase("acme");
      assertThat(temp.resolve("acme.jlog")).doesNotExist();
      assertThat(jongleur.onboard("acme").model("Person").count()).isZero();
      assertThat(jongleur.tenant("globex").model("Person").count()).isEqualTo(1);
    }
  }

  @Test
  void a_transaction_sees_what_was_there_before_the_restart() {
    try (DataSource db = DataSource.open(settings(temp))) {
      Model people = db.define(PERSON);
      var _ = people.create(Map.of("name", "Ada"));
    }
    try (DataSource db = DataSource.open(settings(temp))) {
      var transaction = db.beginTransaction();
      Model people = db.define(PERSON);
      var _ = people.create(Map.of("name", "Grace"), transaction.options());
      assertThat(people.count(dev.jongleur.query.Filter.all(), transaction.options())).isEqualTo(2);
      assertThat(people.count()).isEqualTo(1);
      transaction.commit();
    }
    try (DataSource db = DataSource.open(settings(temp))) {
      assertThat(db.define(PERSON).count()).isEqualTo(2);
    }
  }

  @Test
  void rows_without_ids_and_of_several_keys_come_back() {
    ModelDefinition note =
        ModelDefinition.of("Note", n -> n.injectId(false).property("text", STRING));
    ModelDefinition place =
        ModelDefinition.of(
            "Place",
            p ->
                p.property("x", NUMBER, id())
                    .property(dev.jongleur.definition.Property.of("y", STRING).asId(2)));
    for (int life = 1; life <= 3; life++) {
      try (DataSource db = DataSource.open(settings(temp))) {
        Model notes = db.define(note);
        var _ = notes.create(Map.of("text", "n" + life));
        assertThat(notes.count()).isEqualTo(life);
        Model places = db.define(place);
        var _ = places.create(Map.of("x", life, "y", "a"));
        assertThat(places.count()).isEqualTo(life);
      }
    }
  }

  // begin durable
  static long visits(Path directory) {
    Settings kept = Settings.of("memory").with("directory", directory.toString());
    try (DataSource db = DataSource.open(kept)) { // reads what was there before
      Model visits = db.define("Visit", visit -> visit.property("page", STRING));
      var _ = visits.create(Map.of("page", "/")); // returns when it is on the disk
      return visits.count();
    }
  }

  // end durable

  @Test
  void the_program_in_the_guide_runs_and_is_the_one_that_is_printed_there() throws Exception {
    assertThat(List.of(visits(temp), visits(temp))).containsExactly(1L, 2L);
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/memory/DurableTest.java"));
    int from = source.indexOf("// begin durable\n") + 17;
    String text = source.substring(from, source.indexOf("// end durable\n", from));
    assertThat(Files.readString(Path.of("../docs/durability.md")))
        .contains(text.stripIndent().strip());
  }

  @Test
  void damage_is_told_with_its_place() throws Exception {
    try (DataSource db = DataSource.open(settings(temp))) {
      Model people = db.define(PERSON);
      for (int i = 0; i < 5; i++) {
        var _ = people.create(Map.of("name", "p" + i));
      }
    }
    Path file = temp.resolve("@whole.jlog");
    byte[] bytes = Files.readAllBytes(file);
    bytes[60] ^= 4;
    Files.write(file, bytes);
    assertThatThrownBy(() -> DataSource.open(settings(temp)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("@whole.jlog is damaged at byte 24");
    bytes[60] ^= 4;
    Files.write(file, bytes);
    try (DataSource db = DataSource.open(settings(temp))) {
      assertThat(db.define(PERSON).count()).isEqualTo(5);
    }
  }

  @Test
  void every_row_that_was_acknowledged_survives_a_killed_process() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process writer =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                temp.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged.size() < ENOUGH) {
        acknowledged.add(String.valueOf(lines.readLine()));
      }
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      lines.lines().filter(line -> line.endsWith(".")).forEach(acknowledged::add);
    }
    assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    try (Jongleur jongleur = open(temp)) {
      List<String> found = new ArrayList<>();
      for (String tenant : List.of("acme", "globex")) {
        for (Entity row : jongleur.tenant(tenant).model("Person").find()) {
          assertThat(row.get("name")).asString().startsWith(tenant);
          found.add(row.get("name") + ".");
        }
      }
      assertThat(found).containsAll(acknowledged);
      assertThat(found.size() - acknowledged.size()).isLessThanOrEqualTo(1);
    }
  }

  /** A file may not become larger here, which for the log is as if the disk were full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void on_a_full_disk_a_write_is_refused_and_what_was_acknowledged_is_all_there_is()
      throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process writer =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 100; exec \"$0\" -XX:-UsePerfData \"$@\"",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    List<String> told =
        new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(told).anyMatch(line -> line.contains("StoreException") && line.contains("jlog"));
    List<String> found = new ArrayList<>();
    try (Jongleur jongleur = open(temp)) {
      for (String tenant : List.of("acme", "globex")) {
        jongleur
            .tenant(tenant)
            .model("Person")
            .find()
            .forEach(row -> found.add(row.get("name") + "."));
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            told.stream().filter(line -> line.matches("(acme|globex)\\d+\\.")).toList());
  }

  /** Stores rows for two tenants and says of each when it is stored, until it is killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      Jongleur jongleur = open(Path.of(arguments[0]));
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      List<Tenant> tenants = List.of(jongleur.onboard("acme"), jongleur.onboard("globex"));
      for (int i = 0; ; i++) {
        Tenant tenant = tenants.get(i % 2);
        String name = tenant.name() + i;
        var _ = tenant.model("Person").create(Map.of("name", name));
        out.println(name + ".");
      }
    }
  }
}
