package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.definition.ScalarType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Messages of validation are in a language that the client asks for. */
class LanguageTest {
  private static final List<String> ENGLISH = List.of("can't be blank");
  private static final List<String> GERMAN = List.of("darf nicht leer sein");

  private static ModelDefinition note(ModelSettings settings) {
    return ModelDefinition.of(
        "Note",
        n -> n.property("text", ScalarType.STRING, PropertyOption.required()).settings(settings));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static @Nullable Object messages(Shops shops, String tenant, String... languages) {
    var request =
        shops
            .request("/api/Notes")
            .header("X-Tenant-ID", tenant)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    for (String language : languages) {
      request.header("Accept-Language", language);
    }
    return map(map(shops.send(request).error(422).get("details")).get("messages")).get("text");
  }

  @Test
  void the_first_language_that_there_is() {
    try (Shops shops = Shops.of(note(ModelSettings.DEFAULT))) {
      assertThat(messages(shops, "acme")).isEqualTo(ENGLISH);
      assertThat(messages(shops, "acme", "de")).isEqualTo(GERMAN);
      assertThat(messages(shops, "globex", "fr-CH, fr;q=0.9, de;q=0.8, en;q=0.7"))
          .isEqualTo(GERMAN);
      assertThat(messages(shops, "globex", "en;q=0.9, de;q=0.1")).isEqualTo(ENGLISH);
      assertThat(messages(shops, "acme", "de;q=0, en")).isEqualTo(ENGLISH);
      assertThat(messages(shops, "acme", "fr", "de-AT")).isEqualTo(GERMAN);
    }
  }

  @Test
  void else_that_of_the_model() {
    try (Shops shops = Shops.of(note(ModelSettings.DEFAULT.with("locale", "de")))) {
      for (String none : List.of("fr", "*", "de;q=much", "xx-yy-zz", "en,".repeat(200))) {
        assertThat(messages(shops, "acme", none)).as(none).isEqualTo(GERMAN);
      }
      assertThat(messages(shops, "globex")).isEqualTo(GERMAN);
      assertThat(messages(shops, "globex", "en")).isEqualTo(ENGLISH);
    }
  }
}
