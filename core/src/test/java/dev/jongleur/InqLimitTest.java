package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-118, F-307: how many keys one question for included rows has. */
class InqLimitTest {
  private static final ModelDefinition CUSTOMER =
      ModelDefinition.of(
          "Customer", c -> c.relation(Relation.hasMany("orders", "Order", "customerId")));
  private static final ModelDefinition ORDER =
      ModelDefinition.of("Order", o -> o.property("total", NUMBER));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Jongleur application(Object limit) {
    return nothing.closing(
        Jongleur.builder()
            .dataSource("main", Settings.of("memory").with("inqLimit", limit))
            .blueprint(Blueprint.of("main", List.of(CUSTOMER, ORDER)))
            .build());
  }

  private static Model filled(Tenant tenant, int total) {
    Model customers = tenant.model("Customer");
    for (int i = 0; i < 5; i++) {
      Entity customer = customers.create(Map.of());
      var _ = customers.related(customer, "orders").create(Map.of("total", total));
    }
    return customers;
  }

  @Test
  void no_question_has_more_keys_and_all_rows_are_found() {
    Jongleur jongleur = application(2);
    var _ = filled(jongleur.onboard("globex"), 9);
    Model customers = filled(jongleur.onboard("acme"), 1);
    var asked = new ArrayList<Object>();
    var _ = jongleur.tenant("acme").model("Order").observe(Hook.ACCESS, a -> asked.add(a.query()));

    assertThat(customers.find(Filter.all().include("orders")))
        .extracting(customer -> ((List<?>) customer.related("orders").orElseThrow()).size())
        .containsOnly(1)
        .hasSize(5);
    assertThat(asked).hasSize(3);
  }

  @Test
  void a_limit_that_is_none_is_refused() {
    Model customers = filled(application(0).onboard("acme"), 1);
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> customers.find(Filter.all().include("orders")))
        .withMessage("The setting \"inqLimit\" is above 0.");
  }
}
