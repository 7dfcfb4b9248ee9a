package dev.jongleur.json;

import static dev.jongleur.definition.Validation.custom;
import static dev.jongleur.definition.Validation.length;
import static dev.jongleur.definition.Validation.minLength;
import static dev.jongleur.definition.Validation.presence;
import static dev.jongleur.definition.ValidationOption.allowNull;
import static dev.jongleur.definition.ValidationOption.message;
import static dev.jongleur.definition.ValidationOption.messages;
import static dev.jongleur.definition.ValidationOption.onlyIf;
import static dev.jongleur.definition.ValidationOption.unless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.definition.Default;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Validation;
import dev.jongleur.error.DefinitionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionJsonTest {
  private static final String CUSTOMER =
      """
      {
        "name": "Customer",
        "base": "PersistedModel",
        "plural": "clients",
        "strict": "validate",
        "hidden": ["secret"],
        "properties": {
          "name": {"type": "String", "required": true, "length": 40, "mysql": {"columnName": "nm"}},
          "born": "date",
          "tags": ["string"],
          "secret": "buffer",
          "address": {"street": "string", "country": {"type": "string", "default": "FR"}},
          "places": [{"at": "geopoint"}],
          "parent": "Customer",
          "since": {"type": "date", "default": "$now"}
        },
        "validations": [],
        "relations": {
          "orders": {"type": "hasMany", "model": "Order", "foreignKey": ""},
          "agent": {"type": "belongsTo", "model": "Agent"}
        },
        "acls": [{"permission": "DENY"}],
        "methods": {}
      }
      """;

  private final ModelDefinition customer = DefinitionJson.read(CUSTOMER, "customer.json");

  @Test
  void a_model_file_is_read() {
    assertThat(customer.name()).isEqualTo("Customer");
    assertThat(customer.plural()).isEqualTo("clients");
    assertThat(customer.settings().strict()).isEqualTo(Strict.REFUSE);
    assertThat(customer.settings().hidden()).containsExactly("secret");
    assertThat(customer.settings().others())
        .containsKeys("acls", "methods")
        .doesNotContainKey("base");
    assertThat(customer.properties().stream().map(Property::name))
        .containsExactly(
            "id", "name", "born", "tags", "secret", "address", "places", "parent", "since");
  }

  @Test
  void types_have_many_forms() {
    assertThat(type("name")).isEqualTo(ScalarType.STRING);
    assertThat(type("secret")).isEqualTo(ScalarType.BINARY);
    assertThat(type("tags")).isEqualTo(ScalarType.STRING.list());
    assertThat(type("parent")).isEqualTo(new ModelType("Customer"));
    assertThat(type("places")).isInstanceOf(dev.jongleur.definition.ListType.class);
    assertThat(type("address"))
        .isInstanceOfSatisfying(
            InlineType.class,
            inline -> {
              assertThat(inline.definition().hasKey()).isFalse();
              assertThat(inline.definition().property("country").map(Property::initial))
                  .contains(new Default.Literal("FR"));
            });
  }

  @Test
  void options_of_a_property_are_read_and_the_rest_is_kept() {
    Property name = customer.property("name").orElseThrow();
    assertThat(name.required()).isTrue();
    assertThat(name.attributes())
        .isEqualTo(Map.of("length", 40L, "mysql", Map.of("columnName", "nm")));
    assertThat(customer.property("since").map(Property::initial))
        .contains(new Default.Made(Default.By.NOW));
  }

  @Test
  void now_is_only_a_word_where_the_type_is_no_date() {
    ModelDefinition model = one("word", Map.of("type", "string", "default", "$now"));
    assertThat(model.property("word").map(Property::initial)).contains(new Default.Literal("$now"));
  }

  @Test
  void relations_have_the_keys_of_loopback() {
    assertThat(customer.relation("orders").map(Relation::foreignKey)).contains("customerId");
    assertThat(customer.relation("agent").map(Relation::foreignKey)).contains("agentId");
  }

  @Test
  void polymorphic_relations_name_their_keys_by_a_selector_or_both_themselves() {
    ModelDefinition model = with("relations", Map.of("on", belongsTo(Map.of("selector", "what"))));
    assertThat(model.relation("on").map(Relation::foreignKey)).contains("whatId");
    var half = Map.<String, Object>of("on", belongsTo(Map.of("discriminator", "t")));
    assertThatThrownBy(() -> with("relations", half))
        .hasMessageContaining("relations.on.polymorphic: foreignKey and discriminator");
  }

  @Test
  void options_of_required_are_a_validation_in_its_place() {
    ModelDefinition model =
        one("name", Map.of("type", "string", "required", Map.of("message", "who?", "if", "vip")));
    assertThat(model.property("name").map(Property::required)).contains(false);
    assertThat(model.validations())
        .containsExactly(
            Validation.of("name", Validation.presence(), message("who?"), onlyIf("vip")));
  }

  @Test
  void validations_are_read_for_each_property() {
    Map<String, Object> length = Map.of("min", 2, "max", 0, "allowNull", true);
    ModelDefinition model = with("validations", List.of(rule("length", List.of("a", "b"), length)));
    assertThat(model.validations())
        .containsExactly(
            Validation.of("a", minLength(2), allowNull()),
            Validation.of("b", minLength(2), allowNull()));
  }

  @Test
  void messages_are_one_text_or_one_for_each_kind() {
    Map<String, Object> options =
        Map.of("min", 2, "max", 4, "message", Map.of("min", "more", "max", "less"));
    ModelDefinition model = with("validations", List.of(rule("length", "a", options)));
    assertThat(model.validations())
        .containsExactly(
            Validation.of("a", length(2, 4), messages(Map.of("min", "more", "max", "less"))));
    assertThat(DefinitionJson.read(DefinitionJson.write(model))).isEqualTo(model);
  }

  @Test
  void a_function_in_a_rule_is_not_written() {
    ModelDefinition own =
        ModelDefinition.of("Order", o -> o.validate("iban", custom("check digit", _ -> {})));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> DefinitionJson.write(own))
        .withMessageContaining("\"Order\"")
        .withMessageContaining("validations.iban: the rule \"check digit\" is a function");
    ModelDefinition conditional =
        ModelDefinition.of("Order", o -> o.validate("iban", presence(), unless(_ -> true)));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> DefinitionJson.write(conditional))
        .withMessageContaining("validations.iban: the condition of a rule is a function");
  }

  @Test
  void a_rule_of_ones_own_is_not_read() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> with("validations", List.of(rule("custom", "a", Map.of()))))
        .withMessageContaining("validations.0.validate: a rule of one's own is a function");
  }

  @Test
  void hidden_may_be_a_map_of_flags() {
    ModelDefinition model = with("options", Map.of("hidden", Map.of("s", true, "t", false)));
    assertThat(model.settings().hidden()).containsExactly("s");
  }

  @Test
  void options_named_properties_are_forced_values_and_no_properties() {
    ModelDefinition model = with("options", Map.of("properties", Map.of("kind", "x")));
    assertThat(model.property("kind")).isEmpty();
    assertThat(model.settings().others()).containsEntry("properties", Map.of("kind", "x"));
  }

  @Test
  void all_errors_are_told_at_once_with_their_paths() {
    Map<String, Object> raw =
        Map.of(
            "name", "M",
            "strict", "maybe",
            "properties", Map.of("a.b", "string", "age", Map.of("type", 5)),
            "validations", List.of(rule("shape", "a", Map.of())),
            "relations", Map.of("x", Map.of("type", "hasSome", "model", "M")));
    assertThatThrownBy(() -> DefinitionJson.read(raw))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("strict: ")
        .hasMessageContaining("properties.a.b: ")
        .hasMessageContaining("properties.age.type: a type is needed")
        .hasMessageContaining("validations.0.validate: \"shape\"")
        .hasMessageContaining("relations.x.type: ");
  }

  @Test
  void a_useless_default_is_told_when_the_model_is_read() {
    assertThatThrownBy(() -> one("n", Map.of("type", "number", "default", "many")))
        .hasMessageContaining("properties.n.default: \"many\" is no number");
    assertThatThrownBy(() -> one("n", Map.of("type", "string", "defaultFn", "dice")))
        .hasMessageContaining("properties.n.defaultFn: ");
  }

  @Test
  void text_that_is_no_json_is_told_with_file_line_and_column() {
    assertThatThrownBy(() -> DefinitionJson.read("{\n  \"name\": Customer\n}", "models/c.json"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("models/c.json is not JSON (line 2, column ");
    assertThatThrownBy(() -> DefinitionJson.read("[]", "models/c.json"))
        .hasMessage("models/c.json holds no definition: a JSON object is needed.");
  }

  @Test
  void a_root_model_of_loopback_is_no_base() {
    assertThat(DefinitionJson.baseName(Map.of("base", "PersistedModel"))).isEmpty();
    assertThat(DefinitionJson.baseName(Map.of("base", ""))).isEmpty();
    assertThat(DefinitionJson.baseName(Map.of("options", Map.of("base", "User")))).contains("User");
  }

  @Test
  void an_unknown_base_is_named() {
    assertThatThrownBy(() -> DefinitionJson.read(Map.of("name", "M", "base", "Nowhere")))
        .hasMessageContaining("base: there is no model \"Nowhere\"");
  }

  @Test
  void a_model_has_what_its_base_has() {
    Map<String, Object> raw =
        Map.of(
            "name", "Vip",
            "base", "Customer",
            "hidden", List.of("tags"),
            "properties", Map.of("name", "text", "born", false, "level", "number"),
            "validations", List.of(rule("presence", "level", Map.of())));
    ModelDefinition vip = DefinitionJson.read(raw, this::customerOnly);
    assertThat(vip.properties().stream().map(Property::name))
        .containsExactly(
            "id", "name", "tags", "secret", "address", "places", "parent", "since", "level");
    assertThat(vip.property("name").map(Property::type)).contains(ScalarType.TEXT);
    assertThat(vip.settings().strict()).isEqualTo(Strict.REFUSE);
    assertThat(vip.settings().hidden()).containsExactly("secret", "tags");
    assertThat(vip.relations()).containsOnlyKeys("orders", "agent");
    assertThat(vip.plural()).isEqualTo("Vips");
  }

  @Test
  void an_id_of_its_own_drops_those_of_the_base() {
    Map<String, Object> raw =
        Map.of(
            "name", "Vip",
            "base", "Customer",
            "properties", Map.of("code", Map.of("type", "string", "id", true)));
    ModelDefinition vip = DefinitionJson.read(raw, this::customerOnly);
    assertThat(vip.idName()).contains("code");
    assertThat(vip.property("id")).isEmpty();
  }

  @Test
  void a_sub_model_reads_back_as_it_was_written() {
    Map<String, Object> raw =
        Map.of("name", "Vip", "base", "Customer", "properties", Map.of("born", false));
    ModelDefinition vip = DefinitionJson.read(raw, this::customerOnly);
    assertThat(DefinitionJson.read(DefinitionJson.write(vip), this::customerOnly)).isEqualTo(vip);
  }

  private Optional<ModelDefinition> customerOnly(String name) {
    return name.equals("Customer") ? Optional.of(customer) : Optional.empty();
  }

  private Object type(String property) {
    return customer.property(property).orElseThrow().type();
  }

  private static ModelDefinition one(String property, Map<String, Object> options) {
    return with("properties", Map.of(property, options));
  }

  private static ModelDefinition with(String key, Object value) {
    return DefinitionJson.read(Map.of("name", "M", key, value));
  }

  private static Map<String, Object> belongsTo(Object polymorphic) {
    return Map.of("type", "belongsTo", "polymorphic", polymorphic);
  }

  private static Map<String, Object> rule(String kind, Object property, Object options) {
    return Map.of("validate", kind, "property", property, "options", options);
  }
}
