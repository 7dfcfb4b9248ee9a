package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Rule;
import dev.jongleur.definition.ValidationOption;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ValidationException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F-332 to F-347. */
class ValidationTest {
  private static final Rule SHORT =
      new Validation.Length(OptionalInt.of(2), OptionalInt.of(3), OptionalInt.empty());
  private static final Rule FOUR =
      new Validation.Length(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(4));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @ParameterizedTest
  @MethodSource
  void a_value_breaks_a_rule(Rule rule, @Nullable Object value, String code) {
    Model things = things(t -> t.validate("value", rule));
    assertThat(codes(things, Collections.singletonMap("value", value)))
        .isEqualTo(Map.of("value", List.of(code)));
    assertThat(things.count()).isZero();
  }

  static Stream<Arguments> a_value_breaks_a_rule() {
    return Stream.of(
        arguments(new Validation.Presence(), "", "presence"),
        arguments(new Validation.Presence(), List.of(), "presence"),
        arguments(new Validation.Presence(), Double.NaN, "presence"),
        arguments(new Validation.Presence(), null, "presence"),
        arguments(new Validation.Absence(), 0, "absence"),
        arguments(SHORT, "x", "length.min"),
        arguments(SHORT, "long", "length.max"),
        arguments(SHORT, List.of(1), "length.min"),
        arguments(SHORT, null, "length.null"),
        arguments(SHORT, "", "length.blank"),
        arguments(FOUR, "five5", "length.is"),
        arguments(FOUR, 1234, "length.is"),
        arguments(new Validation.Numericality(false), "x", "numericality.number"),
        arguments(new Validation.Numericality(false), Double.NaN, "numericality.number"),
        arguments(new Validation.Numericality(true), 1.5, "numericality.int"),
        arguments(new Validation.Inclusion(List.of("a", 1)), "b", "inclusion"),
        arguments(new Validation.Inclusion(List.of("a")), null, "inclusion.null"),
        arguments(new Validation.Exclusion(List.of("a", 1)), 1.0, "exclusion"),
        arguments(new Validation.Format("^a+$", "i"), "b", "format"),
        arguments(new Validation.Format("^a+$", ""), true, "format"));
  }

  @ParameterizedTest
  @MethodSource
  void a_value_meets_a_rule(Rule rule, Object value) {
    Model things = things(t -> t.validate("value", rule));
    assertThat(things.create(Map.of("value", value)).isStored()).isTrue();
  }

  static Stream<Arguments> a_value_meets_a_rule() {
    return Stream.of(
        arguments(new Validation.Presence(), 0),
        arguments(new Validation.Presence(), false),
        arguments(new Validation.Absence(), ""),
        arguments(SHORT, "abc"),
        arguments(SHORT, 5),
        arguments(new Validation.Numericality(true), 2.0),
        arguments(new Validation.Inclusion(List.of("a", 1)), 1.0),
        arguments(new Validation.Exclusion(List.of("a")), "b"),
        arguments(new Validation.Format("^A+$", "i"), "aaa"),
        arguments(new Validation.Format("^\\d+$", ""), 42));
  }

  @Test
  void every_rule_is_told_of_every_property() {
    Model things =
        nothing.acme(
            "Thing",
            t ->
                t.property("name", STRING, required())
                    .property("at", DATE)
                    .validate("name", new Validation.Presence())
                    .validate("code", FOUR)
                    .validate("code", new Validation.Format("^x", "")));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> things.create(Map.of("at", "soon", "code", "y")))
        .satisfies(e -> {
          assertThat(e.codes())
              .isEqualTo(
                  Map.of(
                      "name", List.of("presence"),
                      "at", List.of("date"),
                      "code", List.of("length.is", "format")));
          assertThat(e.messages().get("code")).containsExactly("length is wrong", "is invalid");
          assertThat(e.status()).isEqualTo(422);
          assertThat(e.name()).isEqualTo("ValidationError");
          assertThat(e.details()).containsEntry("context", "Thing");
        });
  }

  @Test
  void terms_say_when_a_rule_applies_and_how_it_is_told() {
    Model things =
        things(t ->
            t.validate(
                "value",
                SHORT,
                ValidationOption.message("say more"),
                ValidationOption.code("brief"),
                ValidationOption.onlyIf("strict"),
                ValidationOption.unless("draft"),
                ValidationOption.allowNull(),
                ValidationOption.allowBlank()));
    assertThat(codes(things, Map.of("value", "x", "strict", true, "draft", false)))
        .isEqualTo(Map.of("value", List.of("brief.min")));
    for (Map<String, Object> fine :
        List.of(
            Map.<String, Object>of("value", "x", "strict", false, "draft", false),
            Map.<String, Object>of("value", "x", "strict", 1, "draft", "yes"),
            Map.<String, Object>of("value", "", "draft", 0),
            Map.<String, Object>of("draft", 0))) {
      assertThat(things.create(fine).isStored()).isTrue();
    }
  }

  @Test
  void a_condition_that_names_nothing_runs_an_if_and_skips_an_unless() {
    Model things = things(t -> t.validate("value", SHORT, ValidationOption.onlyIf("ghost")));
    assertThat(codes(things, Map.of("value", "x"))).containsKey("value");
    Model others =
        nothing.acme("Other", t -> t.validate("value", SHORT, ValidationOption.unless("ghost")));
    assertThat(others.create(Map.of("value", "x")).isStored()).isTrue();
  }

  @Test
  void a_value_is_unique_among_the_others() {
    Rule unique = new Validation.Uniqueness(List.of("group"), true);
    Model things = things(t -> t.property("value", STRING).validate("value", unique));
    Entity first = things.create(Map.of("value", "50%_A", "group", 1));
    assertThat(codes(things, Map.of("value", "50%_a", "group", 1)))
        .isEqualTo(Map.of("value", List.of("uniqueness")));
    assertThat(things.create(Map.of("value", "50%_A", "group", 2)).isStored()).isTrue();
    assertThat(things.create(Map.of("value", "50xxA", "group", 1)).isStored()).isTrue();
    assertThat(things.save(first.with("more", 1)).get("more")).isEqualTo(1L);
    assertThat(things.create(Map.of()).isStored()).isTrue();
    assertThat(things.create(Map.of()).isStored()).isTrue();
  }

  @Test
  void a_mass_change_is_validated_only_where_that_is_said() {
    Model things = things(t -> t.property("value", STRING, required()));
    var _ = things.create(Map.of("value", "x"));
    Map<String, String> bad = Map.of("value", "");
    assertThat(things.updateAll(Filter.all(), bad)).isEqualTo(1);
    for (String flag : List.of("validate", "validateUpdate", "automaticValidation")) {
      assertThatExceptionOfType(ValidationException.class)
          .isThrownBy(() -> things.updateAll(Filter.all(), bad, Options.of(flag, true)));
    }
  }

  @Test
  void validation_can_be_switched_off() {
    Model things = things(t -> t.property("value", STRING, required()));
    Options off = Options.of("validate", false);
    assertThat(things.create(Map.of(), off).isStored()).isTrue();
    assertThat(things.create(Map.of(), Options.of("automaticValidation", false)).isStored())
        .isTrue();
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> things.patch(1, Map.of("value", "")));
    assertThat(things.patch(1, Map.of("value", ""), off).get("value")).isEqualTo("");
  }

  @Test
  void a_mass_update_validates_only_when_told_to() {
    Model things = things(t -> t.validate("value", SHORT));
    var _ = things.create(Map.of("value", "ab"));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() ->
            things.updateAll(Filter.all(), Map.of("value", "x"), Options.of("validate", true)));
    assertThat(things.updateAll(Filter.all(), Map.of("value", "x"))).isEqualTo(1);
  }

  @Test
  void a_strict_model_refuses_or_drops_what_it_does_not_define() {
    Model refusing = nothing.acme("Refusing", t -> t.strict(Strict.REFUSE));
    assertThat(codes(refusing, Map.of("foo", 1)))
        .isEqualTo(Map.of("foo", List.of("unknown-property")));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> refusing.updateAll(Filter.all(), Map.of("foo", 1)));
    Entity row = refusing.create(Map.of());
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> refusing.patch(row, Map.of("foo", 1)));
    Model filtering = nothing.acme("Filtering", t -> t.property("n", NUMBER).strict(Strict.FILTER));
    assertThat(filtering.create(Map.of("foo", 1)).has("foo")).isFalse();
    assertThat(filtering.patch(1, Map.of("foo", 1, "n", 2)).has("foo")).isFalse();
    assertThat(filtering.updateAll(Filter.all(), Map.of("foo", 1))).isEqualTo(1);
    assertThat(filtering.find().getFirst().toMap()).isEqualTo(Map.of("id", 1L, "n", 2L));
  }

  @Test
  void strictness_may_be_set_for_one_call() {
    Model things = things(_ -> {});
    assertThat(things.create(Map.of("foo", 1), Options.of("strict", "filter")).has("foo"))
        .isFalse();
  }

  private Model things(Consumer<ModelBuilder> content) {
    return nothing.acme("Thing", content);
  }

  private static Map<String, List<String>> codes(
      Model model, Map<String, ? extends @Nullable Object> data) {
    try {
      var _ = model.create(data);
      return Map.of();
    } catch (ValidationException e) {
      return e.codes();
    }
  }
}
