package dev.jongleur;

import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.observer.Hook.ACCESS;
import static dev.jongleur.observer.Hook.AFTER_SAVE;
import static dev.jongleur.observer.Hook.BEFORE_SAVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.observer.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Observers that all tenants of an application have. */
class SharedObserversTest {
  private static final ModelDefinition ORDER =
      ModelDefinition.of("Order", o -> o.property("number", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final List<String> calls = new ArrayList<>();

  @Test
  void they_are_called_for_every_tenant_and_know_which() {
    Jongleur jongleur = nothing.application(ORDER);
    Model acme = jongleur.onboard("acme").model("Order");
    Subscription all =
        jongleur.observe(
            "Order",
            BEFORE_SAVE,
            save -> calls.add(save.tenant().orElseThrow() + save.get("number")));
    Model globex = jongleur.onboard("globex").model("Order");
    var _ = acme.create(Map.of("number", "1"));
    var _ = globex.create(Map.of("number", "2"));
    assertThat(calls).containsExactly("acme1", "globex2");
    all.close();
    var _ = acme.create(Map.of("number", "3"));
    assertThat(calls).hasSize(2);
  }

  @Test
  void they_are_called_before_those_of_the_tenant() {
    Jongleur jongleur = nothing.application(ORDER);
    Model acme = jongleur.onboard("acme").model("Order");
    Model globex = jongleur.onboard("globex").model("Order");
    var _ = acme.observe(ACCESS, _ -> calls.add("own of acme"));
    var _ = jongleur.observe("Order", ACCESS, _ -> calls.add("of all"));
    var _ = acme.count();
    var _ = globex.count();
    assertThat(calls).containsExactly("of all", "own of acme", "of all");
  }

  @Test
  void those_of_a_base_are_called_first_for_a_sub_model() {
    ModelDefinition bulk = ORDER.extend("Bulk", _ -> {});
    Jongleur jongleur = nothing.application(ORDER, bulk);
    Model acme = jongleur.onboard("acme").model("Bulk");
    var _ = jongleur.observe("Bulk", BEFORE_SAVE, save -> calls.add("Bulk of all"));
    var _ = jongleur.observe("Order", BEFORE_SAVE, save -> calls.add("Order of all"));
    var _ = acme.observe(BEFORE_SAVE, save -> calls.add("Bulk of acme, " + save.model()));
    var _ =
        jongleur
            .tenant("acme")
            .model("Order")
            .observe(BEFORE_SAVE, save -> calls.add("Order of acme, " + save.model()));
    var _ = acme.create(Map.of());
    assertThat(calls)
        .containsExactly(
            "Order of all", "Order of acme, Bulk", "Bulk of all", "Bulk of acme, Bulk");
  }

  @Test
  void a_fold_and_a_change_of_the_blueprint_leave_them_where_they_are() {
    Jongleur jongleur = nothing.application(ORDER);
    Tenant acme = jongleur.onboard("acme");
    var _ = jongleur.observe("Order", AFTER_SAVE, _ -> calls.add("saved"));
    acme.fold();
    jongleur.blueprint(jongleur.blueprint().with(ModelDefinition.of("Line", _ -> {}), "main"));
    var _ = acme.model("Order").create(Map.of());
    assertThat(calls).containsExactly("saved");
  }

  @Test
  void a_model_that_the_blueprint_has_not_is_refused() {
    Jongleur jongleur = nothing.application(ORDER);
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> jongleur.observe("Ordre", AFTER_SAVE, _ -> {}))
        .withMessageContaining("\"Ordre\"");
  }

  @Test
  void a_data_source_of_nobody_has_no_tenant() {
    Model orders = nothing.closing(DataSource.open("memory")).define(ORDER);
    var _ = orders.observe(BEFORE_SAVE, save -> calls.add(save.tenant().orElse("nobody")));
    var _ = orders.create(Map.of());
    assertThat(calls).containsExactly("nobody");
  }
}
