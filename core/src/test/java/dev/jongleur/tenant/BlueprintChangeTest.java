package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Collected;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.Tenant;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.observer.Hook;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A blueprint that changes while tenants work: each call sees one version, whole. */
class BlueprintChangeTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  /** Version n: both models have the properties v1 to vn. */
  private static ModelDefinition model(String name, int version) {
    return ModelDefinition.of(
        name,
        builder -> {
          var _ = builder.strict(Strict.FILTER).property("number", STRING);
          for (int i = 1; i <= version; i++) {
            var _ = builder.property("v" + i, STRING);
          }
        });
  }

  private static Blueprint version(int version) {
    return Blueprint.of("main", List.of(model("Order", version), model("Line", version)));
  }

  private Jongleur application() {
    return nothing.application(model("Order", 0), model("Line", 0));
  }

  private static int versionOf(ModelDefinition definition) {
    return (int)
        definition.properties().stream().map(Property::name).filter(n -> n.startsWith("v")).count();
  }

  @Test
  void handles_of_all_tenants_go_on_with_the_new_one() {
    Jongleur jongleur = application();
    List<Model> orders =
        List.of(jongleur.onboard("acme").model("Order"), jongleur.onboard("globex").model("Order"));
    orders.forEach(model -> model.create(Map.of("number", "A-1")));
    jongleur.blueprint(version(1));
    for (Model model : orders) {
      assertThat(model.create(Map.of("number", "A-2", "v1", "x")).get("v1")).isEqualTo("x");
      assertThat(model.find()).hasSize(2);
    }
    assertThat(orders.get(0).definition()).isSameAs(orders.get(1).definition());
  }

  @Test
  void what_a_tenant_has_of_its_own_is_put_on_the_new_one() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    acme.customize("Order", order -> order.property("poNumber", STRING));
    acme.customize("Note", note -> note.property("text", STRING));
    jongleur.blueprint(version(2));
    assertThat(acme.model("Order").create(Map.of("poNumber", "P", "v2", "x")).toMap())
        .containsEntry("poNumber", "P")
        .containsEntry("v2", "x");
    assertThat(acme.model("Note").count()).isZero();
    assertThat(globex.model("Order").definition().property("poNumber")).isEmpty();
  }

  @Test
  void a_model_that_is_no_longer_in_it_is_gone_and_its_changes_sleep() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Model lines = acme.model("Line");
    acme.customize("Line", line -> line.property("mine", STRING));
    var _ = lines.create(Map.of("number", "1", "mine", "x"));
    jongleur.blueprint(Blueprint.of("main", List.of(model("Order", 0))));
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(lines::find);
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> acme.model("Gone"));
    jongleur.blueprint(version(0));
    assertThat(lines.find().getFirst().get("mine")).isEqualTo("x");
    assertThat(jongleur.onboard("globex").model("Line").count()).isZero();
  }

  @Test
  void a_wrong_one_changes_nothing() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Blueprint before = jongleur.blueprint();
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> jongleur.blueprint(Blueprint.of("nowhere", List.of(model("Order", 1)))));
    assertThat(jongleur.blueprint()).isSameAs(before);
    assertThat(acme.model("Order").count()).isZero();
  }

  @Test
  void nothing_holds_the_old_one() {
    Jongleur jongleur = application();
    var old = new ArrayList<Reference<?>>();
    for (int version = 1; version < 6; version++) {
      jongleur.blueprint(version(version));
      old.add(definition(jongleur));
    }
    jongleur.blueprint(version(6));
    assertThat(jongleur.tenant("acme").model("Order").count()).isZero();
    Collected.all(old);
  }

  private static Reference<?> definition(Jongleur jongleur) {
    return new WeakReference<>(jongleur.onboard("acme").model("Order").definition());
  }

  @Test
  void under_load_nobody_sees_a_mixture() throws Exception {
    Jongleur jongleur = application();
    List<Tenant> tenants = List.of(jongleur.onboard("acme"), jongleur.onboard("globex"));
    var created = List.of(new AtomicInteger(), new AtomicInteger());
    tenants.forEach(tenant ->
        tenant
            .model("Order")
            .observe(
                Hook.BEFORE_SAVE,
                save ->
                    assertThat(versionOf(save.instance().orElseThrow().definition()) % 2)
                        .isZero()));
    var _ =
        Race.of(
            5,
            runner -> {
              for (int i = 0; i < 300; i++) {
                if (runner == 4) {
                  jongleur.blueprint(version(i % 5 * 2));
                } else {
                  work(tenants.get(runner % 2));
                  created.get(runner % 2).incrementAndGet();
                }
              }
              return runner;
            });
    for (int i = 0; i < 2; i++) {
      assertThat(tenants.get(i).model("Order").count()).isEqualTo(created.get(i).get());
    }
  }

  /**
   * Strict by filter: what a version does not have is left out, so the entity shows its version.
   */
  private static void work(Tenant tenant) {
    var data = Map.of("v2", "2", "v4", "4", "v6", "6", "v8", "8");
    Entity order = tenant.model("Order").create(data);
    long values = data.keySet().stream().filter(name -> order.get(name) != null).count();
    assertThat(values * 2).isEqualTo(versionOf(order.definition()));
  }
}
