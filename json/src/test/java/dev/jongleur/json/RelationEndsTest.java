package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Polymorphic;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.RelationEnds;
import dev.jongleur.definition.RelationEnds.Between;
import dev.jongleur.error.DefinitionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F-252 to F-254, F-277, F-285, F-289, F-293, F-297: where relations lead, and what they need. */
class RelationEndsTest {
  private final DataSource db = DataSource.open("memory");

  @AfterEach
  void close() {
    db.close();
  }

  private void define(String name, Map<String, Object> relations) {
    var _ =
        db.define(
            DefinitionJson.read(Map.of("name", name, "relations", relations), this::definition));
  }

  private Optional<ModelDefinition> definition(String name) {
    return db.models().contains(name) ? Optional.of(db.model(name).definition()) : Optional.empty();
  }

  private RelationEnds ends(String model, String relation) {
    ModelDefinition from = db.model(model).definition();
    return RelationEnds.of(from, from.relation(relation).orElseThrow(), this::definition);
  }

  private List<String> names(String model) {
    return db.model(model).definition().properties().stream().map(Property::name).toList();
  }

  private static Map<String, Object> to(String type, String model) {
    return Map.of("type", type, "model", model);
  }

  @Test
  void a_model_between_two_is_made_and_refers_to_both() {
    define("Tag", Map.of());
    define("Post", Map.of("tags", to("hasAndBelongsToMany", "Tag")));
    assertThat(names("PostTag")).containsExactly("id", "postId", "tagId");
    RelationEnds tags = ends("Post", "tags");
    assertThat(tags.between()).contains(new Between("PostTag", "tagId"));
    assertThat(tags.keyTo()).isEqualTo("postId");
    define("Tag", Map.of("posts", to("hasAndBelongsToMany", "Post")));
    assertThat(db.models()).containsExactlyInAnyOrder("Tag", "Post", "PostTag");
    assertThat(ends("Tag", "posts").between()).contains(new Between("PostTag", "postId"));
  }

  @Test
  void the_keys_of_a_model_between_are_those_of_its_own_relations() {
    define("Doctor", Map.of());
    define("Patient", Map.of());
    define(
        "Visit",
        Map.of(
            "doctor", Map.of("type", "belongsTo", "model", "Doctor", "foreignKey", "byId"),
            "patient", to("belongsTo", "Patient")));
    define(
        "Doctor",
        Map.of("patients", Map.of("type", "hasMany", "model", "Patient", "through", "Visit")));
    assertThat(ends("Doctor", "patients").keyTo()).isEqualTo("byId");
    assertThat(ends("Doctor", "patients").between()).contains(new Between("Visit", "patientId"));
    assertThat(names("Patient")).containsExactly("id");
  }

  @Test
  void lists_of_ids_and_embedded_values_are_properties_of_the_owner() {
    define("Song", Map.of());
    define(
        "Album",
        Map.of(
            "list", to("referencesMany", "Song"),
            "cover", to("embedsOne", "Song"),
            "extras", to("embedsMany", "Song")));
    assertThat(names("Album")).containsExactlyInAnyOrder("id", "songIds", "song", "songs");
  }

  @Test
  void a_polymorphic_relation_has_a_key_and_a_discriminator() {
    define("Pic", Map.of("on", Map.of("type", "belongsTo", "polymorphic", true)));
    define("House", Map.of("pics", Map.of("type", "hasMany", "model", "Pic", "polymorphic", "on")));
    assertThat(names("Pic")).containsExactly("id", "onId", "onType");
    assertThat(ends("Pic", "on").modelTo()).isEqualTo(RelationEnds.ANY);
    assertThat(ends("House", "pics").polymorphic())
        .contains(new Polymorphic("on", "onId", "onType"));
  }

  @Test
  void a_key_that_was_added_refers_to_its_model_and_is_indexed_though_nobody_said_so() {
    define("Owner", Map.of());
    define("Pet", Map.of("owner", to("belongsTo", "Owner")));
    Property key = db.model("Pet").definition().property("ownerId").orElseThrow();
    assertThat(key.isIndexed()).isTrue();
    assertThat(key.attributes()).isEqualTo(Map.of("foreignKey", "Owner"));
  }

  @Test
  void a_relation_that_cannot_be_is_told_with_the_code_of_loopback() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> define("M", Map.of("x", Map.of("type", "belongsTo"))))
        .satisfies(wrong ->
            assertThat(wrong.details())
                .containsEntry("code", "BELONGS_TO_MISSING_MODEL")
                .containsEntry("rName", "x"));
    Map<String, Object> lacking = Map.of("foreignKey", "a");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(
            () -> define("M", Map.of("x", Map.of("type", "belongsTo", "polymorphic", lacking))))
        .satisfies(wrong ->
            assertThat(wrong.details()).containsEntry("code", "POLYMORPHIC_MISSING_DISCRIMINATOR"));
  }
}
