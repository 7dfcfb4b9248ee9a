package dev.jongleur.json.schema;

import static dev.jongleur.definition.DecimalType.decimal;
import static dev.jongleur.definition.EnumType.enumeration;
import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.generated;
import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.BINARY;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.Validation.custom;
import static dev.jongleur.definition.Validation.format;
import static dev.jongleur.definition.Validation.in;
import static dev.jongleur.definition.Validation.length;
import static dev.jongleur.definition.Validation.maxLength;
import static dev.jongleur.definition.Validation.presence;
import static dev.jongleur.definition.Validation.uniqueness;
import static dev.jongleur.definition.ValidationOption.allowBlank;
import static dev.jongleur.definition.ValidationOption.allowNull;
import static dev.jongleur.definition.ValidationOption.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Strict;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the schema of a definition says, and what a validator makes of it. */
class JsonSchemaTest {

  @ParameterizedTest
  @EnumSource
  void a_schema_names_its_dialect_and_its_model(Purpose purpose) {
    ModelDefinition user = closed(m -> m.property("name", STRING).setting("description", "One."));

    assertThat(schema(user, purpose))
        .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema")
        .containsEntry("title", "User")
        .containsEntry("description", "One.")
        .containsEntry("type", "object");
  }

  @Test
  void a_purpose_is_named_in_any_case_and_no_other_word_is_one() {
    assertThat(Purpose.named("Create")).isEqualTo(Purpose.CREATE);
    assertThatThrownBy(() -> Purpose.named("write"))
        .isInstanceOf(DataException.class)
        .hasMessage("A schema is for read, create, replace or change.");
  }

  @Test
  void a_generated_id_is_shown_and_never_sent_to_make_a_row() {
    ModelDefinition user = closed(m -> m.property("name", STRING));

    assertThat(property(user, Purpose.READ, "id"))
        .isEqualTo(Map.of("type", "number", "readOnly", true));
    assertThat(schema(user, Purpose.READ)).containsEntry("required", List.of("id"));
    assertThat(takes(user, Purpose.CREATE, Map.of("id", 1, "name", "Ada"))).isFalse();
    assertThat(takes(user, Purpose.CREATE, Map.of("name", "Ada"))).isTrue();
    assertThat(takes(user, Purpose.REPLACE, Map.of("id", 1, "name", "Ada"))).isTrue();
  }

  @Test
  void an_open_model_refuses_a_generated_id_too() {
    ModelDefinition user = ModelDefinition.of("User", m -> m.property("name", STRING));

    assertThat(takes(user, Purpose.CREATE, Map.of("id", 1))).isFalse();
    assertThat(takes(user, Purpose.CREATE, Map.of("nick", "A"))).isTrue();
  }

  @Test
  void a_key_of_several_parts_is_sent_whole() {
    ModelDefinition seat =
        closed(m ->
            m.property(Property.of("row", STRING).asId(1))
                .property(Property.of("number", NUMBER).asId(2)));

    assertThat(takes(seat, Purpose.CREATE, Map.of("row", "A"))).isFalse();
    assertThat(takes(seat, Purpose.CREATE, Map.of("row", "A", "number", 3))).isTrue();
    assertThat(takes(seat, Purpose.CHANGE, Map.of())).isTrue();
  }

  @Test
  void what_is_required_is_required_of_whole_rows_unless_there_is_a_default() {
    ModelDefinition user =
        closed(m ->
            m.property("name", STRING, required())
                .property("role", STRING, required(), defaultTo("guest")));

    assertThat(schema(user, Purpose.CREATE)).containsEntry("required", List.of("name"));
    assertThat(schema(user, Purpose.REPLACE)).containsEntry("required", List.of("name"));
    assertThat(schema(user, Purpose.CHANGE)).doesNotContainKey("required");
    assertThat(property(user, Purpose.CREATE, "role")).containsEntry("default", "guest");
    assertThat(takes(user, Purpose.CREATE, values("name", "Ada", "role", null))).isFalse();
    assertThat(takes(user, Purpose.CREATE, Map.of("name", ""))).isFalse();
    assertThat(takes(user, Purpose.CHANGE, values("name", null))).isFalse();
  }

  @Test
  void a_closed_model_names_all_there_is_and_one_that_filters_takes_more_than_it_shows() {
    ModelDefinition closed = closed(m -> m.property("name", STRING));
    ModelDefinition filters = closed.toBuilder().strict(Strict.FILTER).build();

    assertThat(takes(closed, Purpose.CREATE, Map.of("nick", "A"))).isFalse();
    assertThat(takes(filters, Purpose.CREATE, Map.of("nick", "A"))).isTrue();
    assertThat(takes(filters, Purpose.READ, Map.of("id", 1, "nick", "A"))).isFalse();
  }

  @Test
  void hidden_properties_are_sent_and_not_shown_protected_ones_shown_at_the_root_only() {
    ModelDefinition user =
        closed(m ->
            m.property("password", STRING)
                .property("email", STRING)
                .property("friend", new ModelType("User"))
                .hidden("password")
                .sheltered("email"));

    assertThat(names(schema(user, Purpose.READ))).containsExactly("id", "email", "friend");
    assertThat(names(schema(user, Purpose.CREATE))).contains("password", "email");
    assertThat(names(definition(schema(user, Purpose.READ), "User")))
        .containsExactly("id", "friend");
  }

  @Test
  void what_jongleur_keeps_is_read_only_but_for_the_version_that_a_change_saw() {
    ModelDefinition user =
        closed(m -> m.property("name", STRING).versioned("version").timestamps());

    assertThat(property(user, Purpose.READ, "createdAt")).containsEntry("readOnly", true);
    assertThat(property(user, Purpose.CREATE, "version")).containsEntry("readOnly", true);
    assertThat(property(user, Purpose.CHANGE, "version")).doesNotContainKey("readOnly");
    assertThat(property(user, Purpose.CHANGE, "updatedAt")).containsEntry("readOnly", true);
  }

  @Test
  void decimals_and_longs_are_shown_as_text_where_a_double_would_lose_digits() {
    ModelDefinition bill = closed(m -> m.property("total", decimal(5, 2)).property("serial", LONG));

    assertThat(takes(bill, Purpose.READ, Map.of("id", 1, "total", "123.40"))).isTrue();
    assertThat(takes(bill, Purpose.READ, Map.of("id", 1, "total", "123.4"))).isFalse();
    assertThat(takes(bill, Purpose.READ, Map.of("id", 1, "serial", "9223372036854775807")))
        .isTrue();
    assertThat(takes(bill, Purpose.CREATE, Map.of("total", 123.4))).isTrue();
    assertThat(takes(bill, Purpose.CREATE, Map.of("total", 123.456))).isFalse();
    assertThat(takes(bill, Purpose.CREATE, Map.of("total", 1000))).isFalse();
    assertThat(takes(bill, Purpose.CREATE, Map.of("total", "-99.5"))).isTrue();
    assertThat(takes(bill, Purpose.CREATE, Map.of("serial", 0.5))).isFalse();
  }

  @Test
  void places_bytes_lists_and_enumerations_have_their_form() {
    ModelDefinition thing =
        closed(m ->
            m.property("at", GEOPOINT)
                .property("bytes", BINARY)
                .property("tags", STRING.list())
                .property("state", enumeration("new", "old")));

    assertThat(takes(thing, Purpose.CREATE, Map.of("at", Map.of("lat", 91, "lng", 0)))).isFalse();
    assertThat(takes(thing, Purpose.CREATE, Map.of("at", Map.of("lat", 90, "lng", 0)))).isTrue();
    assertThat(takes(thing, Purpose.CREATE, Map.of("bytes", "text"))).isTrue();
    assertThat(takes(thing, Purpose.READ, Map.of("id", 1, "bytes", "text"))).isFalse();
    assertThat(takes(thing, Purpose.CREATE, Map.of("tags", Arrays.asList("a", null)))).isTrue();
    assertThat(takes(thing, Purpose.CREATE, Map.of("tags", List.of(1)))).isFalse();
    assertThat(takes(thing, Purpose.CREATE, Map.of("state", "older"))).isFalse();
    assertThat(takes(thing, Purpose.CREATE, values("state", null))).isTrue();
  }

  @Test
  void a_model_within_itself_is_described_once() {
    ModelDefinition part =
        closed(m ->
            m.property("name", STRING, required()).property("parts", new ModelType("User").list()));
    Map<String, Object> schema = schema(part, Purpose.CREATE);

    assertThat(part(schema, "$defs")).containsOnlyKeys("User");
    assertThat(takes(part, Purpose.CREATE, tree("wheel"))).isTrue();
    assertThat(takes(part, Purpose.CREATE, tree(null))).isFalse();
  }

  private static Map<String, Object> tree(@Nullable Object leaf) {
    Map<String, Object> inner = values("name", leaf);
    return Map.of("name", "car", "parts", List.of(Map.of("name", "axle", "parts", List.of(inner))));
  }

  @Test
  void a_value_written_inline_is_described_in_its_place() {
    ModelDefinition user =
        closed(m ->
            m.property(
                "address",
                InlineType.of(a -> a.property("zip", STRING, required()).strict(Strict.REFUSE))));

    assertThat(schema(user, Purpose.CHANGE)).doesNotContainKey("$defs");
    assertThat(takes(user, Purpose.CHANGE, Map.of("address", Map.of("zip", "1")))).isTrue();
    assertThat(takes(user, Purpose.CHANGE, Map.of("address", Map.of()))).isFalse();
    assertThat(takes(user, Purpose.CHANGE, Map.of("address", Map.of("zip", "1", "x", 1))))
        .isFalse();
  }

  @Test
  void the_name_of_a_model_may_be_any_text() {
    ModelDefinition odd = ModelDefinition.of("a/b~c d%", m -> m.property("n", NUMBER, required()));
    ModelDefinition user = closed(m -> m.property("odd", new ModelType(odd.name())));
    Map<String, Object> schema =
        JsonSchema.of(
            user, name -> Optional.of(odd).filter(o -> o.name().equals(name)), Purpose.CREATE);

    assertThat(Checked.of(schema).takes(Map.of("odd", Map.of("n", 1)))).isTrue();
    assertThat(Checked.of(schema).takes(Map.of("odd", Map.of()))).isFalse();
  }

  @Test
  void a_type_that_is_not_there_is_an_error_that_names_it() {
    ModelDefinition user = closed(m -> m.property("odd", new ModelType("Odd")));

    assertThatThrownBy(() -> JsonSchema.of(user, ModelLookup.NONE, Purpose.READ))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("The model \"Odd\" is not defined.");
  }

  @Test
  void a_rule_that_allows_no_blank_makes_its_property_needed() {
    ModelDefinition user =
        closed(m ->
            m.property("name", STRING)
                .property("nick", STRING)
                .validate("name", length(2, 4))
                .validate("nick", length(2, 4), allowBlank(), allowNull()));

    assertThat(schema(user, Purpose.CREATE)).containsEntry("required", List.of("name"));
    assertThat(takes(user, Purpose.CREATE, Map.of("name", "Ada", "nick", ""))).isTrue();
    assertThat(takes(user, Purpose.CREATE, values("name", "Ada", "nick", null))).isTrue();
    assertThat(takes(user, Purpose.CREATE, Map.of("name", "Ada", "nick", "A"))).isFalse();
    assertThat(takes(user, Purpose.CREATE, Map.of("name", "Augusta"))).isFalse();
  }

  @Test
  void several_rules_hold_together() {
    ModelDefinition user =
        closed(m ->
            m.property("code", STRING)
                .validate("code", maxLength(5))
                .validate("code", maxLength(3))
                .validate("code", format("^[a-z]+$"))
                .validate("code", in("abc", "ABC", "abcd")));

    assertThat(takes(user, Purpose.CREATE, Map.of("code", "abc"))).isTrue();
    assertThat(takes(user, Purpose.CREATE, Map.of("code", "ABC"))).isFalse();
    assertThat(takes(user, Purpose.CREATE, Map.of("code", "abcd"))).isFalse();
    assertThat(takes(user, Purpose.CREATE, Map.of("code", "abx"))).isFalse();
  }

  @Test
  void what_a_schema_cannot_tell_it_names() {
    ModelDefinition user =
        closed(m ->
            m.property("email", STRING)
                .validate("email", uniqueness())
                .validate("email", custom("no robot", candidate -> {}))
                .validate("email", format("@"), onlyIf("subscribed")));

    assertThat(property(user, Purpose.CREATE, "email"))
        .containsEntry(
            "$comment", "Jongleur also checks: uniqueness; no robot; format if subscribed.");
  }

  @Test
  void a_rule_for_new_rows_is_one_of_making_them() {
    ModelDefinition user =
        closed(m -> m.property("name", STRING).validate("name", presence(), onlyIf("isNewRecord")));

    assertThat(schema(user, Purpose.CREATE)).containsEntry("required", List.of("name"));
    assertThat(schema(user, Purpose.REPLACE)).doesNotContainKey("required");
  }

  @Test
  void what_is_forced_nobody_has_to_send() {
    ModelDefinition user =
        closed(m ->
            m.property("kind", STRING, required())
                .property("name", STRING, required())
                .defaultScope(Map.of("where", Map.of("kind", "person"))));

    assertThat(schema(user, Purpose.CREATE)).containsEntry("required", List.of("name"));
  }

  @Test
  void a_property_describes_itself_and_its_own_schema_has_the_last_word() {
    ModelDefinition user =
        closed(m ->
            m.property(Property.of("name", STRING).with("description", "What one is called."))
                .property(
                    Property.of("mail", STRING).with("jsonSchema", Map.of("format", "email"))));

    assertThat(property(user, Purpose.READ, "name"))
        .containsEntry("description", "What one is called.");
    assertThat(property(user, Purpose.READ, "mail")).containsEntry("format", "email");
    assertThat(property(user, Purpose.CHANGE, "mail")).containsEntry("format", "email");
  }

  @Test
  void included_rows_have_a_place_where_rows_are_shown() {
    ModelDefinition user =
        closed(m -> m.property("name", STRING).relation(Relation.hasMany("orders", "Order", "u")));

    assertThat(takes(user, Purpose.READ, Map.of("id", 1, "orders", List.of(Map.of("id", 3)))))
        .isTrue();
    assertThat(names(schema(user, Purpose.CREATE))).doesNotContain("orders");
  }

  @Test
  void an_id_of_ones_own_may_be_sent() {
    ModelDefinition user = closed(m -> m.property("id", STRING, id()));
    ModelDefinition unforced =
        closed(m -> m.property("id", NUMBER, id(), generated()).setting("x", 1)).toBuilder()
            .settings(closed(m -> {}).settings().withForceId(false))
            .build();

    assertThat(takes(user, Purpose.CREATE, Map.of("id", "ada"))).isTrue();
    assertThat(takes(unforced, Purpose.CREATE, Map.of("id", 7))).isTrue();
    assertThat(takes(unforced, Purpose.CREATE, Map.of())).isTrue();
  }

  @Test
  void a_date_that_is_sent_is_one() {
    ModelDefinition user = closed(m -> m.property("born", DATE));

    assertThat(takes(user, Purpose.CREATE, Map.of("born", "2026-01-31T00:00:00.000Z"))).isTrue();
    assertThat(takes(user, Purpose.CREATE, Map.of("born", "tomorrow"))).isFalse();
  }

  private static ModelDefinition closed(Consumer<ModelBuilder> content) {
    return ModelDefinition.of(
        "User",
        model -> {
          model.strict(Strict.REFUSE);
          content.accept(model);
        });
  }

  private static Map<String, Object> schema(ModelDefinition model, Purpose purpose) {
    return JsonSchema.of(
        model, name -> Optional.of(model).filter(m -> m.name().equals(name)), purpose);
  }

  private static boolean takes(ModelDefinition model, Purpose purpose, Map<String, ?> value) {
    return Checked.of(schema(model, purpose)).takes(value);
  }

  private static Map<String, Object> property(ModelDefinition model, Purpose purpose, String name) {
    return part(part(schema(model, purpose), "properties"), name);
  }

  private static Map<String, Object> definition(Map<String, Object> schema, String name) {
    return part(part(schema, "$defs"), name);
  }

  private static Iterable<String> names(Map<String, Object> schema) {
    return part(schema, "properties").keySet();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> of, String name) {
    return (Map<String, Object>) of.getOrDefault(name, Map.of());
  }

  private static Map<String, Object> values(@Nullable Object... pairs) {
    var map = new HashMap<String, @Nullable Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }
}
