package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.ModelChoice;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-330: a model picks a sub-model for each of its rows. */
class LookupModelTest {
  private static final Map<String, Object> TOGETHER = Map.of("collection", "Product");
  private static final ModelDefinition PRODUCT =
      ModelDefinition.of(
          "Product",
          p ->
              p.property("name", STRING)
                  .property("kind", STRING)
                  .property("shopId", NUMBER)
                  .setting("memory", TOGETHER));
  private static final ModelDefinition TOOL =
      PRODUCT.extend(
          "Tool",
          t ->
              t.property("handles", NUMBER, defaultTo(1))
                  .hidden("kind")
                  .defaultScope(Map.of("where", Map.of("kind", "Tool"))));
  private static final ModelDefinition WIDGET =
      PRODUCT.extend("Widget", w -> w.property("size", NUMBER, required()));
  private static final ModelDefinition SHOP =
      ModelDefinition.of(
          "Shop", s -> s.relation(Relation.hasMany("products", "Product", "shopId")));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final Jongleur[] application = new Jongleur[1];

  private Tenant acme() {
    application[0] = nothing.application(PRODUCT, TOOL, WIDGET, SHOP);
    var _ = application[0].onboard("globex");
    return application[0].onboard("acme");
  }

  private static List<String> models(List<Entity> rows) {
    return rows.stream().map(row -> row.definition().name()).toList();
  }

  @Test
  void rows_that_are_read_are_of_the_model_that_is_picked() {
    Tenant acme = acme();
    Model products = acme.model("Product");
    var _ = products.lookupModel(ModelChoice.by("kind"));
    var _ = acme.model("Tool").create(Map.of("name", "a", "kind", "Tool"));
    var _ = acme.model("Widget").create(Map.of("name", "b", "kind", "Widget", "size", 3));
    var _ = products.create(Map.of("name", "c"));
    List<Entity> rows = products.find(Filter.all().order("name"));
    assertThat(models(rows)).containsExactly("Tool", "Widget", "Product");
    assertThat(rows.getFirst().toJson()).containsEntry("handles", 1L).doesNotContainKey("kind");
    assertThat(models(products.stream(Filter.all()).toList())).contains("Tool", "Widget");
    assertThat(products.findById(rows.getFirst().id()).orElseThrow().definition().name())
        .isEqualTo("Tool");
    assertThat(models(products.page(Filter.all().limit(2)).rows()))
        .containsExactly("Tool", "Widget");
    assertThat(models(acme.model("Tool").find())).containsExactly("Tool");
  }

  @Test
  void data_is_stored_by_the_model_that_is_picked() {
    Tenant acme = acme();
    Model products = acme.model("Product");
    var _ = products.lookupModel(ModelChoice.by("kind"));
    Entity tool = products.create(Map.of("kind", "Tool"));
    assertThat(tool.definition().name()).isEqualTo("Tool");
    assertThat(tool.get("handles")).isEqualTo(1L);
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> products.create(Map.of("kind", "Widget")))
        .satisfies(e -> assertThat(e.details()).containsEntry("context", "Widget"));
    assertThat(products.make(Map.of("kind", "Widget")).definition().name()).isEqualTo("Widget");
    assertThat(models(products.createEach(List.of(Map.of("kind", "Tool"), Map.of()))))
        .containsExactly("Tool", "Product");
    assertThat(models(products.createAll(List.of(Map.of("kind", "Tool"))))).containsExactly("Tool");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> products.createAll(List.of(Map.of("kind", "Tool"), Map.of())))
        .withMessageContaining("\"Tool\"");
    var found = products.findOrCreate(where("name", "x"), Map.of("name", "x", "kind", "Tool"));
    assertThat(found.entity().definition().name()).isEqualTo("Tool");
    assertThat(
            products
                .findOrCreate(where("name", "x"), Map.of("name", "x"))
                .entity()
                .definition()
                .name())
        .isEqualTo("Tool");
  }

  @Test
  void an_entity_is_changed_and_removed_by_its_own_model() {
    Tenant acme = acme();
    Model products = acme.model("Product");
    var _ = products.lookupModel(ModelChoice.by("kind"));
    Entity widget = products.create(Map.of("kind", "Widget", "size", 1));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> products.patch(widget, "size", null));
    Entity larger = products.patch(widget, "size", "7");
    assertThat(larger.definition().name()).isEqualTo("Widget");
    assertThat(larger.get("size")).isEqualTo(7L);
    assertThat(products.save(larger.with("size", 8)).definition().name()).isEqualTo("Widget");
    assertThat(products.delete(larger)).isEqualTo(1);
    assertThat(products.count()).isZero();
  }

  @Test
  void observers_are_those_of_the_model_that_is_picked_after_those_of_its_base() {
    Tenant acme = acme();
    Model products = acme.model("Product");
    var _ = products.lookupModel(ModelChoice.by("kind"));
    List<String> seen = new ArrayList<>();
    var _ = acme.model("Tool").observe(Hook.LOADED, loaded -> seen.add("tool"));
    var _ = products.observe(Hook.LOADED, loaded -> seen.add("product"));
    var _ = products.create(Map.of("kind", "Tool"));
    var _ = products.create(Map.of("kind", "Product", "name", "plain"));
    seen.clear();
    var _ = products.find(Filter.all().order("id"));
    assertThat(seen).containsExactly("product", "tool", "product");
  }

  @Test
  void included_rows_are_of_the_model_that_is_picked() {
    Tenant acme = acme();
    var _ = acme.model("Product").lookupModel(ModelChoice.by("kind"));
    Entity shop = acme.model("Shop").create(Map.of());
    var _ = acme.model("Product").create(Map.of("kind", "Tool", "shopId", shop.id()));
    Entity read = acme.model("Shop").find(Filter.all().include("products")).getFirst();
    assertThat(read.related("products").orElseThrow())
        .satisfies(rows ->
            assertThat(((Entity) ((List<?>) rows).getFirst()).definition().name())
                .isEqualTo("Tool"));
  }

  @Test
  void who_picks_goes_when_the_subscription_is_closed_and_is_the_tenants_own() {
    Tenant acme = acme();
    Model products = acme.model("Product");
    Model others = application[0].tenant("globex").model("Product");
    var _ = others.create(Map.of("kind", "Tool"));
    try (var _ = products.lookupModel(ModelChoice.by("kind"))) {
      var _ = products.create(Map.of("kind", "Tool"));
      assertThat(models(products.find())).containsExactly("Tool");
      assertThat(models(others.find())).containsExactly("Product");
    }
    assertThat(models(products.find())).containsExactly("Product");
    try (var _ = application[0].lookupModel("Product", ModelChoice.by("kind"))) {
      assertThat(models(others.find())).containsExactly("Tool");
    }
  }

  @Test
  void a_model_that_there_is_not_is_told_and_one_beside_changes_nothing() {
    Tenant acme = acme();
    Model products = acme.model("Product");
    var _ = products.create(Map.of("kind", "Shop"));
    var _ = products.lookupModel(ModelChoice.by("kind"));
    assertThat(models(products.find())).containsExactly("Product");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> products.create(Map.of("kind", "Ghost")))
        .withMessageContaining("Ghost");
  }
}
