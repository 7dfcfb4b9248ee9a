package dev.jongleur.examples;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import java.util.List;
import java.util.Map;

/** One tenant, no ceremony: define, create, find. */
public final class SingleTenant {
  private SingleTenant() {}

  record Person(String name, int age) {}

  public static void main(String[] args) {
    System.out.println(adults("memory"));
  }

  static List<Person> adults(String connectorOrUrl) {
    try (var db = DataSource.open(connectorOrUrl)) {
      Model people =
          db.define("Person", p -> p.property("name", STRING, required()).property("age", NUMBER));
      people.createAll(List.of(Map.of("name", "Ada", "age", 36), Map.of("name", "Tim", "age", 9)));

      return people.find(where("age").gte(18).order("name")).stream()
          .map(person -> person.as(Person.class))
          .toList();
    }
  }
}
