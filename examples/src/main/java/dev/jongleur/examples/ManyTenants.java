package dev.jongleur.examples;

import static dev.jongleur.connector.Isolation.DATABASE_PER_TENANT;
import static dev.jongleur.connector.Isolation.SCHEMA_PER_TENANT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import java.util.List;
import java.util.Map;

/** The same program on memory, and on H2 with a schema or a database for each tenant. */
public final class ManyTenants {
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order", order -> order.property("number", STRING).property("total", NUMBER));

  private ManyTenants() {}

  public static void main(String[] args) {
    List<Settings> places =
        List.of(
            Settings.of("memory"),
            Settings.of("h2").isolation(SCHEMA_PER_TENANT),
            Settings.of("h2").isolation(DATABASE_PER_TENANT));
    places.forEach(place -> System.out.println(place.connector() + ": " + ordersOf(place)));
  }

  /** How many orders each tenant sees: only its own. */
  static Map<String, Long> ordersOf(Settings place) {
    try (var jongleur =
        Jongleur.builder()
            .dataSource("main", place)
            .blueprint(Blueprint.of("main", List.of(ORDER)))
            .build()) {
      Tenant acme = jongleur.onboard("acme");
      Tenant zeta = jongleur.onboard("zeta");

      Model orders = acme.model("Order");
      orders.create(Map.of("number", "A-1", "total", 9.90));
      orders.create(Map.of("number", "A-2", "total", 120));
      zeta.model("Order").create(Map.of("number", "Z-1", "total", 15));

      return Map.of("acme", orders.count(), "zeta", zeta.model("Order").count());
    }
  }
}
