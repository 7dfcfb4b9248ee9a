package dev.jongleur.cli.doctor;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ScalarType;
import java.util.List;
import java.util.Map;

/** A small application with two tenants, each with a customer. */
final class Shop {
  private Shop() {}

  static Jongleur open() {
    var customer = ModelDefinition.of("Customer", it -> it.property("name", ScalarType.STRING));
    var shop =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(customer)))
            .build();
    for (String name : List.of("aroma", "bistro")) {
      Tenant tenant = shop.onboard(name);
      var _ = tenant.model("Customer").create(Map.of("name", "Ada of " + name));
    }
    return shop;
  }
}
