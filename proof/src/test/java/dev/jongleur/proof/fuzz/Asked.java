package dev.jongleur.proof.fuzz;

import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Strict;
import dev.jongleur.error.JongleurException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of every kind, of which whatever was read as a filter is asked. */
final class Asked implements AutoCloseable {
  private static final Options REMOTE = Options.of("prohibitHiddenPropertiesInQuery", true);
  private static final int ROWS = 12;

  private final ModelRegistry registry = new ModelRegistry();
  private final List<DataSource> sources;
  private final List<Model> models;

  Asked() {
    this.sources = List.of(registry.open(Settings.of("memory")), registry.open(Settings.of("h2")));
    this.models = sources.stream().map(Asked::things).toList();
  }

  private static Model things(DataSource db) {
    var _ =
        db.define(
            "Line",
            line ->
                line.property("sku", STRING)
                    .property("cost", NUMBER)
                    .injectId(false)
                    .settings(ModelSettings.DEFAULT.withHidden(Set.of("cost"))));
    Model things = db.define("Thing", Asked::content);
    for (int i = 0; i < ROWS; i++) {
      var _ = things.create(row(i));
    }
    return things;
  }

  private static void content(ModelBuilder thing) {
    thing
        .property("name", STRING)
        .property("age", NUMBER)
        .property("at", DATE)
        .property("place", GEOPOINT)
        .property("tags", STRING.list())
        .property("lines", new ModelType("Line").list())
        .property("first", new ModelType("Line"))
        .property("any", ANY)
        .property("secret", STRING)
        .property("friendId", NUMBER)
        .relation(Relation.hasMany("friends", "Thing", "friendId"))
        .settings(ModelSettings.DEFAULT.withStrict(Strict.FILTER).withHidden(Set.of("secret")));
  }

  private static Map<String, Object> row(int i) {
    var line = Map.of("sku", "s" + i, "cost", i);
    return i % 4 == 3
        ? Map.of("friendId", 1)
        : Map.of(
            "name",
            "a" + i,
            "age",
            i,
            "at",
            "2026-01-" + (10 + i),
            "place",
            List.of(i, i),
            "tags",
            List.of("a", "t" + i),
            "lines",
            i % 2 == 0 ? List.of() : List.of(line, Map.of("sku", "x")),
            "first",
            line,
            "any",
            i % 3 == 0 ? List.of(1, Map.of("x", Map.of("y", i))) : "text " + i);
  }

  /** Asks it in every way; each answers or refuses, and the answers agree. */
  void ask(Filter filter) {
    boolean inDatabaseToo = filter.hashCode() % 4 == 0;
    for (Model things : inDatabaseToo ? models : models.subList(0, 1)) {
      long count = things.count(filter);
      if (filter.limit() == 0 && filter.skip() == 0) {
        assertThat(things.find(filter)).as("found").hasSize((int) count);
      } else {
        assertThat(things.find(filter).size()).as("found").isLessThanOrEqualTo((int) count);
      }
      tried(() -> things.find(filter, REMOTE));
      tried(() -> things.page(filter, ""));
      tried(() -> things.page(filter, filter.toString()));
      tried(() -> things.deleteAll(filter.and("name", "none")));
    }
    if (inDatabaseToo) {
      assertThat(models.getLast().count(filter)).isEqualTo(models.getFirst().count(filter));
    }
  }

  private static void tried(Runnable question) {
    try {
      question.run();
    } catch (JongleurException refused) {
      // An answer too.
    }
  }

  @Override
  public void close() {
    sources.forEach(DataSource::close);
  }
}
