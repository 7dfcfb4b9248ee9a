package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.Default;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Validation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class DefinitionRoundTripTest {

  @net.jqwik.api.Property(tries = 300)
  void what_is_written_reads_back_as_an_equal_definition(
      @ForAll("definitions") ModelDefinition definition) {
    assertThat(DefinitionJson.read(DefinitionJson.write(definition))).isEqualTo(definition);
  }

  @net.jqwik.api.Property(tries = 300)
  void so_does_its_text(@ForAll("definitions") ModelDefinition definition) {
    assertThat(DefinitionJson.read(DefinitionJson.print(definition), "m.json"))
        .isEqualTo(definition);
  }

  @Provide
  Arbitrary<ModelDefinition> definitions() {
    return Combinators.combine(
            properties(), relations(), validations(), settings(), Arbitraries.of(true, false))
        .as(DefinitionRoundTripTest::definition);
  }

  private static ModelDefinition definition(
      List<Property> properties,
      List<Relation> relations,
      List<Validation> validations,
      ModelSettings settings,
      boolean injectId) {
    ModelBuilder builder =
        ModelDefinition.named("Order_Line").settings(settings).injectId(injectId);
    properties.forEach(builder::property);
    // What a closed model hides it has to have.
    settings.hidden().forEach(name -> builder.property(name, ScalarType.STRING));
    relations.forEach(builder::relation);
    validations.forEach(builder::validate);
    return builder.build();
  }

  private static Arbitrary<List<Property>> properties() {
    Arbitrary<String> names = Arbitraries.of("a", "b", "name", "id", "größe", "__proto__", "x-y");
    Arbitrary<Map<String, Object>> attributes =
        Arbitraries.<Map<String, Object>>of(
            Map.of(),
            Map.of("index", true),
            Map.of("length", 20L, "mysql", Map.of("dataType", "X")));
    return Combinators.combine(
            names, types(), Arbitraries.integers().between(0, 2), defaults(), attributes)
        .as((name, type, key, initial, more) ->
            new Property(name, type, key, key == 2, key == 1, fit(type, initial), more))
        .list()
        .ofMaxSize(6);
  }

  private static Arbitrary<PropertyType> types() {
    Arbitrary<PropertyType> plain =
        Arbitraries.of(ScalarType.values()).map(scalar -> (PropertyType) scalar);
    Arbitrary<PropertyType> exact =
        Arbitraries.of(
            DecimalType.DECIMAL,
            DecimalType.decimal(12, 2),
            DecimalType.decimal(3, 0),
            EnumType.enumeration("new", "paid, or not"));
    Arbitrary<PropertyType> named = Arbitraries.of("Order", "Später").map(ModelType::new);
    Arbitrary<PropertyType> flat = Arbitraries.oneOf(plain, exact, named);
    Arbitrary<PropertyType> inline = flat.map(DefinitionRoundTripTest::inline);
    Arbitrary<PropertyType> lists = Arbitraries.oneOf(flat, inline).map(PropertyType::list);
    return Arbitraries.oneOf(flat, inline, lists, lists.map(PropertyType::list));
  }

  private static PropertyType inline(PropertyType inner) {
    return new InlineType(
        ModelDefinition.named("Anonymous")
            .injectId(false)
            .property("street", inner)
            .property("nr", ScalarType.NUMBER)
            .build());
  }

  private static Arbitrary<Default> defaults() {
    return Arbitraries.of(
        Default.NONE,
        new Default.Literal("FR"),
        new Default.Literal(5L),
        new Default.Literal(9007199254740993L),
        new Default.Literal(new BigDecimal("0.12")),
        new Default.Literal(LocalDate.of(2020, 2, 29)),
        new Default.Literal(UUID.fromString("123e4567-e89b-42d3-a456-556642440000")),
        new Default.Literal(Instant.parse("2020-01-02T03:04:05.006Z")),
        new Default.Made(Default.By.NOW),
        new Default.Made(Default.By.UUID),
        new Default.Made(Default.By.NANOID));
  }

  /** A literal stays where its type would hold it as it is. */
  private static Default fit(PropertyType type, Default initial) {
    boolean fits =
        switch (initial) {
          case Default.Literal(String text) ->
              type == ScalarType.STRING || type == ScalarType.TEXT || type == ScalarType.OBJECT;
          case Default.Literal(Long number) when number > 5 -> type == ScalarType.LONG;
          case Default.Literal(BigDecimal number) ->
              type instanceof DecimalType decimal && decimal.scale() == 2;
          case Default.Literal(LocalDate day) -> type == ScalarType.DATEONLY;
          case Default.Literal(UUID uuid) -> type == ScalarType.UUID;
          case Default.Literal(Long number) ->
              type == ScalarType.INTEGER
                  || type == ScalarType.LONG
                  || type == ScalarType.NUMBER
                  || type == ScalarType.ANY
                  || type == ScalarType.JSON;
          case Default.Literal literal -> type == ScalarType.DATE;
          case Default.None none -> true;
          case Default.Made made -> type == ScalarType.STRING || type == ScalarType.JSON;
        };
    return fits ? initial : Default.NONE;
  }

  private static Arbitrary<List<Relation>> relations() {
    return Combinators.combine(
            Arbitraries.of("lines", "owner", "tag"),
            Arbitraries.of(Relation.Kind.values()),
            Arbitraries.<Map<String, Object>>of(Map.of(), Map.of("primaryKey", "code")))
        .as((name, kind, more) -> new Relation(name, kind, "Order", "refId", more))
        .filter(relation -> relation.kind() != Relation.Kind.EMBEDS_ONE)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<List<Validation>> validations() {
    Arbitrary<Validation.Rule> rules =
        Arbitraries.of(
            new Validation.Presence(),
            new Validation.Absence(),
            new Validation.ReadableDate(),
            new Validation.Length(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.of(9)),
            new Validation.Numericality(true),
            new Validation.Inclusion(List.of("a", 1L, true)),
            new Validation.Exclusion(List.of()),
            new Validation.Format("^a/b$", "i"),
            new Validation.Uniqueness(List.of("b"), true));
    Arbitrary<Terms> terms =
        Arbitraries.of(
            Terms.DEFAULT,
            Terms.DEFAULT.withMessages(Map.of("min", "more", "blank", "none")),
            new Terms(
                Map.of("", "no"),
                "odd",
                new Terms.Condition.Named("vip"),
                new Terms.Condition.Named("isNewRecord"),
                true,
                true));
    return Combinators.combine(Arbitraries.of("a", "b"), rules, terms)
        .as(Validation::new)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<ModelSettings> settings() {
    Map<String, Object> scope = Map.of("where", Map.of("on", true), "limit", 3L);
    return Combinators.combine(
            Arbitraries.of(Strict.values()),
            Arbitraries.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false)),
            Arbitraries.of(Set.<String>of(), Set.of("a")),
            Arbitraries.of("", "Lines"),
            Arbitraries.<Map<String, Object>>of(Map.of(), scope),
            Arbitraries.<Map<String, Object>>of(
                Map.of(),
                Map.of("acls", List.of("x"), "properties", Map.of("k", 1L), "mixins", Map.of())))
        .as((strict, forceId, names, plural, filter, others) ->
            new ModelSettings(
                strict, forceId, names, names, plural, filter, Map.of("some", scope), others));
  }
}
