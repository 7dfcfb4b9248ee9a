package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.OBJECT;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.Validation.absence;
import static dev.jongleur.definition.Validation.maxLength;
import static dev.jongleur.definition.Validation.minLength;
import static dev.jongleur.definition.ValidationOption.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.query.Options;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-341, F-344: how it is told that an entity is not valid. */
class ValidationMessagesTest {
  private static final String LONG = "a text that is a good deal longer than thirty two characters";

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model things(Consumer<ModelBuilder> content) {
    return nothing.acme("Thing", content);
  }

  private static ValidationErrors errors(Model model, Map<String, Object> data, Options options) {
    return model.validate(model.make(data, Options.NONE), options);
  }

  private static String sentence(Model model, Map<String, Object> data) {
    return errors(model, data, Options.NONE).sentence();
  }

  @Test
  void the_sentence_has_each_property_each_message_and_the_value() {
    Model things =
        things(t -> t.property("name", STRING, required()).validate("code", minLength(4)));
    assertThat(sentence(things, Map.of("code", "x\"y")))
        .isEqualTo(
            "`name` can't be blank (value: undefined); `code` too short (value: \"x\\\"y\")");
  }

  @Test
  void a_long_value_is_shortened_but_keeps_its_end() {
    Model things = things(t -> t.validate("value", absence()));
    assertThat(sentence(things, Map.of("value", LONG)))
        .isEqualTo("`value` can't be set (value: \"a text that is a good deal...ers\")");
    assertThat(sentence(things, Map.of("value", List.of(1, 2, List.of(3)))))
        .isEqualTo("`value` can't be set (value: [1, 2, [...]])");
    assertThat(sentence(things, Map.of("value", Map.of("deep", Map.of("x", LONG)))))
        .isEqualTo("`value` can't be set (value: {deep: {...}})");
    assertThat(sentence(things, Map.of("value", Instant.parse("2026-01-31T10:00:00Z"))))
        .isEqualTo("`value` can't be set (value: 2026-01-31T10:00:00.000Z)");
  }

  @Test
  void how_much_of_a_value_is_shown_is_a_setting() {
    Model things = things(t -> t.validate("value", absence()));
    assertThat(errors(things, Map.of("value", LONG), Options.of("maxPropertyStringLength", 10)))
        .extracting(ValidationErrors::sentence)
        .isEqualTo("`value` can't be set (value: \"a te...ers\")");
    assertThat(errors(things, Map.of("value", LONG), Options.of("maxPropertyStringLength", 0)))
        .extracting(ValidationErrors::sentence)
        .isEqualTo("`value` can't be set");
  }

  @Test
  void a_hidden_value_is_never_shown() {
    Model things =
        things(t ->
            t.property("password", STRING)
                .property("card", OBJECT)
                .settings(ModelSettings.DEFAULT.withHidden(Set.of("password")))
                .validate("password", minLength(8)));
    assertThat(sentence(things, Map.of("password", "secret"))).isEqualTo("`password` too short");
  }

  @Test
  void a_date_that_cannot_be_read_is_shown_as_it_was_given() {
    Model things = things(t -> t.property("at", DATE));
    assertThat(sentence(things, Map.of("at", "soon")))
        .isEqualTo("`at` is not a valid date (value: \"soon\")");
  }

  @Test
  void messages_are_in_the_language_that_is_asked_for() {
    Model things = things(t -> t.property("name", STRING, required()).validate("x", maxLength(1)));
    Map<String, Object> data = Map.of("x", "yz");
    for (Object german : List.of("de", "de-AT", Locale.GERMANY, "fr, de;q=0.5, en;q=0.1")) {
      assertThat(errors(things, data, Options.of("locale", german)).messages())
          .isEqualTo(Map.of("name", List.of("darf nicht leer sein"), "x", List.of("ist zu lang")));
    }
    for (Object none : List.of("en", "fr", "no such language")) {
      assertThat(errors(things, data, Options.of("locale", none)).messages())
          .isEqualTo(Map.of("name", List.of("can't be blank"), "x", List.of("too long")));
    }
  }

  @Test
  void the_language_may_be_said_of_a_model_or_a_data_source() {
    Model german =
        things(t ->
            t.settings(ModelSettings.DEFAULT.with("locale", "de"))
                .property("name", STRING, required()));
    for (Options none : List.of(Options.NONE, Options.of("locale", "fr, *;q=0.5"))) {
      assertThat(errors(german, Map.of(), none).messages())
          .isEqualTo(Map.of("name", List.of("darf nicht leer sein")));
    }
    try (var db = DataSource.open(Settings.of("memory").with("locale", "de"))) {
      Model other = db.define("Other", o -> o.property("name", STRING, required()));
      assertThat(errors(other, Map.of(), Options.NONE).messages())
          .isEqualTo(Map.of("name", List.of("darf nicht leer sein")));
    }
  }

  @Test
  void an_application_has_words_of_its_own_by_code_or_kind() {
    var words = Map.of("presence", "is needed", "length.min", "says too little", "null", "is none");
    Model things =
        things(t ->
            t.settings(ModelSettings.DEFAULT.with("validationMessages", words))
                .property("name", STRING, required())
                .property("kept", STRING, required())
                .validate("text", minLength(2))
                .validate("kept", maxLength(2), message("as the rule says")));
    assertThat(errors(things, Map.of("text", "x", "kept", "abc"), Options.NONE).messages())
        .isEqualTo(
            Map.of(
                "name", List.of("is needed"),
                "text", List.of("says too little"),
                "kept", List.of("as the rule says")));
  }

  @Test
  void every_language_says_everything() {
    String name = "dev.jongleur.validation.messages";
    Set<String> english = ResourceBundle.getBundle(name, Locale.ROOT).keySet();
    var german = ResourceBundle.getBundle(name, Locale.GERMAN);
    assertThat(english)
        .isNotEmpty()
        .allSatisfy(key ->
            assertThat(german.getString(key))
                .isNotEqualTo(ResourceBundle.getBundle(name, Locale.ROOT).getString(key)));
  }

  @Test
  void the_error_object_is_that_of_loopback() {
    Model things = things(t -> t.property("name", STRING, required()));
    ValidationErrors errors = errors(things, Map.of(), Options.NONE);
    assertThat(errors.details())
        .isEqualTo(
            Map.of(
                "context", "Thing",
                "codes", Map.of("name", List.of("presence")),
                "messages", Map.of("name", List.of("can't be blank"))));
    assertThat(things.isValid(things.make(Map.of("name", "x")))).isTrue();
    assertThat(things.validate(things.make(Map.of("name", "x"))).details())
        .containsEntry("codes", Map.of());
  }
}
