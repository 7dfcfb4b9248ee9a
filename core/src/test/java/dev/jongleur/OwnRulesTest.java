package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.Validation.custom;
import static dev.jongleur.definition.Validation.minLength;
import static dev.jongleur.definition.Validation.presence;
import static dev.jongleur.definition.ValidationOption.code;
import static dev.jongleur.definition.ValidationOption.message;
import static dev.jongleur.definition.ValidationOption.messages;
import static dev.jongleur.definition.ValidationOption.onlyIf;
import static dev.jongleur.definition.ValidationOption.unless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jongleur.definition.Candidate;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Check;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.error.ValidationException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-333, F-338: rules and conditions that are functions of the program. */
class OwnRulesTest {
  private static final Check EVEN =
      candidate -> {
        if (candidate.value() instanceof Number number && number.longValue() % 2 != 0) {
          candidate.invalid();
        }
      };

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model things(Consumer<ModelBuilder> content) {
    return nothing.acme(
        "Thing",
        t -> {
          t.property("name", STRING).property("count", NUMBER);
          content.accept(t);
        });
  }

  private static ValidationErrors errors(Model model, Map<String, Object> data) {
    return model.validate(model.make(data));
  }

  @Test
  void one_says_whether_a_value_is_invalid() {
    Model things = things(t -> t.validate("count", custom("even", EVEN)));
    assertThat(errors(things, Map.of("count", 3)).codes())
        .isEqualTo(Map.of("count", List.of("custom")));
    assertThat(errors(things, Map.of("count", 3)).messages())
        .isEqualTo(Map.of("count", List.of("is invalid")));
    assertThat(errors(things, Map.of("count", 4)).isEmpty()).isTrue();
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> things.create(Map.of("count", 3)));
    assertThat(things.count()).isZero();
  }

  @Test
  void it_may_say_how_and_the_rule_says_in_which_words() {
    Check check =
        candidate -> {
          candidate.invalid("odd");
          candidate.invalid("ugly");
        };
    Model things =
        things(t ->
            t.validate(
                "count",
                custom("nice", check),
                code("nice"),
                messages(Map.of("odd", "is odd", "", "is not nice"))));
    ValidationErrors errors = errors(things, Map.of("count", 3));
    assertThat(errors.codes()).isEqualTo(Map.of("count", List.of("nice.odd", "nice.ugly")));
    assertThat(errors.messages()).isEqualTo(Map.of("count", List.of("is odd", "is not nice")));
  }

  @Test
  void it_may_say_what_is_wrong_with_another_property() {
    Check check = candidate -> candidate.invalid("name", "taken", "is in use");
    Model things = things(t -> t.validate("count", custom("both", check)));
    assertThat(errors(things, Map.of()).codes()).isEqualTo(Map.of("name", List.of("taken")));
    assertThat(errors(things, Map.of()).messages()).isEqualTo(Map.of("name", List.of("is in use")));
  }

  @Test
  void it_sees_the_entity_and_what_the_caller_said() {
    var seen = new ArrayList<Object>();
    Check check =
        candidate -> {
          seen.add(candidate.model() + "." + candidate.property());
          seen.add(candidate.isNew());
          seen.add(String.valueOf(candidate.get("name")));
          seen.add(candidate.has("name"));
          seen.add(candidate.options());
        };
    Model things = things(t -> t.validate("count", custom("seen", check)));
    var _ = things.create(Map.of("name", "a"), Options.of("who", "me"));
    assertThat(seen).containsExactly("Thing.count", true, "a", true, Map.of("who", "me"));
  }

  @Test
  void it_may_ask_the_store_of_its_own_tenant() {
    Check check =
        candidate -> {
          if (candidate.count(Map.of("name", String.valueOf(candidate.value()))) >= 2) {
            candidate.invalid("crowded");
          }
        };
    ModelDefinition thing =
        ModelDefinition.of(
            "Thing",
            t -> t.property("name", STRING).validate("name", custom("at most two", check)));
    Jongleur jongleur = nothing.application(thing);
    Model acme = jongleur.onboard("acme").model("Thing");
    Model globex = jongleur.onboard("globex").model("Thing");
    var _ = acme.create(Map.of("name", "a"));
    var _ = acme.create(Map.of("name", "a"));
    assertThat(errors(acme, Map.of("name", "a")).codes())
        .isEqualTo(Map.of("name", List.of("custom.crowded")));
    assertThat(globex.create(Map.of("name", "a")).isStored()).isTrue();
  }

  @Test
  void no_rule_stops_another() {
    Model things =
        things(t ->
            t.validate("name", custom("no", Candidate::invalid))
                .validate("name", minLength(5))
                .validate(List.of("count", "more"), presence()));
    assertThat(errors(things, Map.of("name", "abc")).codes())
        .containsExactly(
            Map.entry("name", List.of("custom", "length.min")),
            Map.entry("count", List.of("presence")),
            Map.entry("more", List.of("presence")));
  }

  @Test
  void what_it_throws_is_the_callers_failure() {
    Check check =
        _ -> {
          throw new IllegalStateException("the registry of companies is down");
        };
    Model things = things(t -> t.validate("name", custom("registered", check)));
    assertThatIllegalStateException().isThrownBy(() -> things.create(Map.of()));
    assertThat(things.count(Filter.all())).isZero();
  }

  @Test
  void a_condition_may_be_a_function() {
    Model things =
        things(t ->
            t.validate("name", presence(), onlyIf(thing -> thing.get("count") != null))
                .validate("name", minLength(3), unless(Candidate::isNew), message("short")));
    assertThat(errors(things, Map.of()).isEmpty()).isTrue();
    assertThat(errors(things, Map.of("count", 1)).codes())
        .isEqualTo(Map.of("name", List.of("presence")));
    var stored = things.create(Map.of("name", "ab"));
    assertThat(things.validate(stored).messages()).isEqualTo(Map.of("name", List.of("short")));
  }

  @Test
  void definitions_with_a_function_are_equal_only_where_it_is_the_same() {
    Validation one = Validation.of("count", custom("even", EVEN));
    assertThat(one).isEqualTo(Validation.of("count", custom("even", EVEN)));
    assertThat(one).isNotEqualTo(Validation.of("count", custom("even", _ -> {})));
  }
}
