package dev.jongleur.bench;

import static dev.jongleur.definition.PropertyOption.index;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.definition.Validation.Inclusion;
import dev.jongleur.definition.Validation.Length;
import dev.jongleur.definition.Validation.Numericality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rows that are measured: ten properties beside the id, one of them indexed, four with rules.
 */
final class People {
  static final int ROWS = 10_000;

  /** Of each there are ten. */
  static final int TEAMS = ROWS / 10;

  private static final List<Object> CITIES = List.of("Turin", "Basel", "Graz", "Lyon", "Ghent");
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private People() {}

  static Model define(DataSource db) {
    return db.define(
        "Person",
        person ->
            person
                .property("name", STRING, required())
                .property("email", STRING)
                .property("team", NUMBER, index())
                .property("age", NUMBER)
                .property("city", STRING)
                .property("active", BOOLEAN)
                .property("score", NUMBER)
                .property("joined", DATE)
                .property("phone", STRING)
                .property("note", STRING)
                .validate(
                    "name", new Length(OptionalInt.of(1), OptionalInt.of(60), OptionalInt.empty()))
                .validate("age", new Numericality(true))
                .validate("city", new Inclusion(CITIES)));
  }

  /** The person of a number; the same number, the same values. */
  static Map<String, Object> person(int number) {
    var person = new LinkedHashMap<String, Object>();
    person.put("name", "Person " + number);
    person.put("email", "person" + number + "@example.com");
    person.put("team", (long) (number % TEAMS));
    person.put("age", (long) (18 + number % 60));
    person.put("city", CITIES.get(number % CITIES.size()));
    person.put("active", number % 3 == 0);
    person.put("score", (long) (number * 7919L % 10_007));
    person.put("joined", START.plusSeconds(number * 3_600L));
    person.put("phone", "+41 61 " + number);
    person.put("note", "n" + number % 100);
    return person;
  }

  static void fill(Model people) {
    var all = new ArrayList<Map<String, Object>>(ROWS);
    for (int number = 0; number < ROWS; number++) {
      all.add(person(number));
    }
    var _ = people.createAll(all);
  }
}
