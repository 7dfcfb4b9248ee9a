package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Strict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How settings of base and sub-model are joined (F-096, F-097). */
class InheritanceTest {
  private final ModelDefinition base =
      DefinitionJson.read(
          Map.of(
              "name", "Base",
              "strict", true,
              "hidden", List.of("pin"),
              "properties", Map.of("name", "string", "pin", "string"),
              "relations", Map.of("orders", Map.of("type", "hasMany", "model", "Order")),
              "scope", Map.of("where", Map.of("kind", "a"), "order", "name"),
              "scopes", Map.of("some", Map.of("where", Map.of("age", 5), "limit", 1)),
              "options",
                  Map.of(
                      "tags", List.of("x"),
                      "custom", Map.of("one", 1L, "two", Map.of("a", 1L)))));

  private ModelDefinition sub(Map<String, ? extends @Nullable Object> said) {
    var raw = new LinkedHashMap<String, @Nullable Object>(said);
    raw.put("name", "Sub");
    raw.put("base", "Base");
    return DefinitionJson.read(raw, this::baseOnly);
  }

  private Optional<ModelDefinition> baseOnly(String name) {
    return name.equals("Base") ? Optional.of(base) : Optional.empty();
  }

  private static Map<String, @Nullable Object> options(@Nullable Object... pairs) {
    var options = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      options.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return Collections.singletonMap("options", options);
  }

  @Test
  void usually_objects_are_merged_in_depth_and_lists_united() {
    ModelDefinition sub =
        sub(
            options(
                "tags", List.of("x", "y"),
                "custom", Map.of("two", Map.of("b", 2L)),
                "scope", Map.of("where", Map.of("n", 1)),
                "scopes", Map.of("some", Map.of("order", "age"))));
    assertThat(sub.settings().others())
        .containsEntry("tags", List.of("x", "y"))
        .containsEntry("custom", Map.of("one", 1L, "two", Map.of("a", 1L, "b", 2L)));
    assertThat(sub.settings().scope())
        .isEqualTo(Map.of("where", Map.of("kind", "a", "n", 1L), "order", "name"));
    assertThat(sub.settings().scopes()).isEqualTo(Map.of("some", Map.of("order", "age")));
  }

  @Test
  void the_recommended_policy_replaces_what_is_not_a_collection_of_parts() {
    ModelDefinition sub =
        sub(
            options(
                "configureModelMerge", true,
                "tags", List.of("y"),
                "custom", Map.of("two", 2L),
                "hiddenProperties", Map.of("name", true),
                "scope", Map.of("order", "pin")));
    assertThat(sub.settings().others())
        .containsEntry("tags", List.of("y"))
        .containsEntry("custom", Map.of("two", 2L));
    assertThat(sub.settings().hidden()).containsExactly("pin", "name");
    assertThat(sub.settings().scope()).isEqualTo(Map.of("order", "pin"));
    assertThat(sub.settings().scopes()).containsKey("some");
  }

  @Test
  void under_that_policy_null_takes_a_setting_away() {
    ModelDefinition sub =
        sub(options("configureModelMerge", true, "tags", null, "strict", null, "hidden", null));
    assertThat(sub.settings().others()).doesNotContainKey("tags").containsKey("custom");
    assertThat(sub.settings().strict()).isEqualTo(Strict.OPEN);
    assertThat(sub.settings().hidden()).isEmpty();
    assertThat(sub(options("tags", null)).settings().others()).containsKey("tags");
  }

  @Test
  void a_relation_is_taken_away_as_a_property_is() {
    var relations = Collections.<String, @Nullable Object>singletonMap("orders", null);
    assertThat(sub(Map.of("relations", relations)).relations()).isEmpty();
    assertThat(sub(Map.of("relations", Map.of("orders", false))).relations()).isEmpty();
    assertThat(sub(Map.of()).relations()).containsKey("orders");
  }

  @Test
  void a_policy_of_ones_own_says_each_way() {
    var policy =
        Map.of(
            "hidden", Map.of("replace", true),
            "tags", Map.of("rank", true),
            "__default", Map.of("patch", true));
    ModelDefinition sub =
        sub(
            options(
                "configureModelMerge", policy,
                "hidden", List.of("name"),
                "tags", List.of("y"),
                "custom", Map.of("two", 2L)));
    assertThat(sub.settings().hidden()).containsExactly("name");
    assertThat(sub.settings().others())
        .containsEntry("tags", List.of("x", "y"))
        .containsEntry("custom", Map.of("one", 1L, "two", 2L));
  }

  @Test
  void a_policy_that_is_none_is_told_with_its_path() {
    assertThatThrownBy(() -> sub(options("configureModelMerge", "all")))
        .hasMessageContaining("configureModelMerge: true, or an object");
    assertThatThrownBy(
            () -> sub(options("configureModelMerge", Map.of("hidden", Map.of("delete", true)))))
        .hasMessageContaining("configureModelMerge.hidden.delete: there is no such option");
  }

  @Test
  void what_was_written_out_whole_inherits_nothing_again() {
    ModelDefinition sub = sub(Map.of("properties", Map.of("pin", false)));
    var format = new LoopBackFormat();
    assertThat(format.read(format.write(sub))).isEqualTo(sub);
  }
}
