package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Introspection;
import dev.jongleur.mixin.Mixin;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.ModelChoice;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs in two pages of the guide: they run, and they are those that are printed there. */
class DefinitionsGuideTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  // begin extend
  static final ModelDefinition ANIMAL =
      ModelDefinition.of(
          "Animal",
          a ->
              a.property("name", STRING, required())
                  .property("legs", NUMBER, defaultTo(4))
                  .hidden("chip")
                  .scope("fast", Map.of("where", Map.of("speed", Map.of("gt", 9)))));

  static final ModelDefinition BIRD =
      ANIMAL.extend("Bird", b -> b.property("legs", NUMBER, defaultTo(2)).without("speed"));

  // end extend

  // begin choice
  static List<String> kinds(DataSource db) {
    Model vehicles =
        db.define(
            "Vehicle",
            v -> v.property("kind", STRING).setting("memory", Map.of("collection", "V")));
    var _ =
        db.define(
            vehicles.definition().extend("Car", c -> c.property("seats", NUMBER, defaultTo(5))));
    var _ = vehicles.lookupModel(ModelChoice.by("kind")); // or row -> Optional.of("Car")
    Entity car = vehicles.create(Map.of("kind", "Car")); // with 5 seats: a Car made it
    Entity bike = vehicles.create(Map.of("kind", "Vehicle"));
    return vehicles.findByIds(List.of(car.id(), bike.id())).stream()
        .map(row -> row.definition().name())
        .toList();
  }

  // end choice

  // begin mixin
  static final Mixin STAMPED =
      (to, options) -> {
        String by = String.valueOf(options.getOrDefault("property", "changedBy"));
        to.model().property(by, STRING);
        to.observe(Hook.BEFORE_SAVE, save -> save.set(by, save.options().values().get("user")));
      };

  static Jongleur shop() {
    ModelDefinition order =
        ModelDefinition.of("Order", o -> o.mixin("Stamped", Map.of("property", "editor")));
    return Jongleur.builder()
        .mixin("Stamped", STAMPED) // before the models that name it
        .dataSource("main", Settings.of("memory"))
        .blueprint(Blueprint.of("main", List.of(ANIMAL, BIRD, order)))
        .build();
  }

  // end mixin

  // begin scopes
  static List<Long> counts(Model stations) {
    Related deep = stations.scope("deep"); // {"where": {"underground": true}}
    Related both = deep.scope("inner"); // and {"where": {"zone": {"lt": 3}}}
    Entity made = both.create(Map.of("name", "Alpha", "zone", 1)); // underground, as the scope says
    long few = both.count(where("name", made.get("name")), Options.NONE);
    return List.of(few, deep.count(), stations.count()); // a scope never changes
  }

  // end scopes

  // begin sample
  static List<Entity> fromASample(DataSource db) {
    var sample = Map.of("name", "Ada", "tags", List.of("x"), "home", Map.of("zip", "1010"));
    Model users = db.define("User", Introspection.of(sample)); // string, [string], {zip: string}
    db.defineProperty("User", "age", NUMBER); // later; handles go on with it
    var _ = users.create(Map.of("name", 7, "age", "36")); // read as "7" and 36
    return users.find(where("age", 36));
  }

  // end sample

  // begin life
  static List<String> lifeOf(DataSource db, Model elsewhere) {
    try (var _ = db.listen(event -> System.getLogger("app").log(System.Logger.Level.INFO, event))) {
      db.connect(); // or the first use of rows does
      Model here = db.attach(elsewhere); // defined here too
      db.automigrate(here.name()); // emptied; a name that is no model's is told
      db.disconnect(); // pools are given back; the next call connects again
      var _ = here.create(Map.of());
      return List.of(db.name(), String.valueOf(db.types()), String.valueOf(db.isConnected()));
    }
  }

  // end life

  // begin loopback
  static List<Object> asInLoopBack(Tenant acme) {
    Model users = acme.model("User"); // app.models.User, of one tenant
    Entity ada = users.create(Map.of("name", "Ada", "age", 36)); // User.create({...})
    Entity older = users.patch(ada, Map.of("age", 37)); // ada.updateAttributes({...}): a new entity
    List<Entity> found = users.find(where("age").gt(18).order("name DESC").limit(20));
    Filter asJson = Filter.read(Map.of("where", Map.of("name", Map.of("like", "A%"))));
    long ofLike = users.count(asJson); // User.count({name: {like: 'A%'}})
    long removed = users.deleteAll(Filter.all()); // User.destroyAll(): every row, and says so
    return List.of(older.get("age"), ada.get("age"), found.size(), ofLike, removed);
  }

  // end loopback

  @Test
  void a_sub_model_and_a_mixin_run() {
    Jongleur shop = nothing.closing(shop());
    for (String tenant : List.of("acme", "globex")) {
      Tenant owner = shop.onboard(tenant);
      assertThat(owner.model("Bird").create(Map.of("name", "Tit")).get("legs")).isEqualTo(2L);
      assertThat(owner.model("Order").create(Map.of(), Options.of("user", tenant)).get("editor"))
          .isEqualTo(tenant);
    }
  }

  @Test
  void a_choice_of_models_runs() {
    assertThat(kinds(nothing.memory())).containsExactly("Car", "Vehicle");
  }

  @Test
  void scopes_run() {
    Model stations =
        nothing.acme(
            "Station",
            s ->
                s.property("name", STRING)
                    .scope("deep", Map.of("where", Map.of("underground", true)))
                    .scope("inner", Map.of("where", Map.of("zone", Map.of("lt", 3)))));
    assertThat(counts(stations)).containsExactly(1L, 1L, 1L);
  }

  @Test
  void a_sample_and_the_life_of_a_data_source_run() {
    DataSource db = nothing.memory();
    assertThat(fromASample(db)).extracting(user -> user.get("name")).containsExactly("7");
    assertThat(lifeOf(nothing.memory(), db.model("User")))
        .containsExactly("memory", "[db, nosql, memory]", "true");
  }

  @Test
  void the_calls_of_loopback_run() {
    Tenant acme =
        nothing.acme(
            ModelDefinition.of("User", u -> u.property("name", STRING).property("age", NUMBER)));
    assertThat(asInLoopBack(acme)).containsExactly(37L, 36L, 1, 1L, 1L);
  }

  @ParameterizedTest
  @CsvSource({
    "extend, definitions.md",
    "choice, definitions.md",
    "mixin, definitions.md",
    "scopes, definitions.md",
    "sample, definitions.md",
    "life, data-sources.md",
    "loopback, coming-from-loopback.md"
  })
  void a_program_in_the_guide_is_the_one_here(String program, String page) throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/jongleur/DefinitionsGuideTest.java"));
    String begin = "// begin " + program + "\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end " + program, from));
    assertThat(Files.readString(Path.of("../docs/" + page))).contains(text.stripIndent().strip());
  }
}
