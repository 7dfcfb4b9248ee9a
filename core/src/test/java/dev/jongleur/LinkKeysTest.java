package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Relation.Kind;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.query.Filter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-272: by which keys a model between two refers to them. */
class LinkKeysTest {
  private static final ModelDefinition FOLLOW =
      ModelDefinition.of(
          "Follow",
          f ->
              f.relation(Relation.belongsTo("follower", "User", "followerId"))
                  .relation(Relation.belongsTo("followee", "User", "followeeId")));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static Relation through(String name, String model, String foreignKey, String between) {
    return new Relation(name, Kind.HAS_MANY, model, foreignKey, Map.of("through", between));
  }

  private Model users(Relation... relations) {
    return nothing
        .acme(
            ModelDefinition.of(
                "User",
                u -> {
                  for (Relation relation : relations) {
                    u.relation(relation);
                  }
                }),
            FOLLOW)
        .model("User");
  }

  @Test
  void those_of_its_relations_to_the_two_are_taken() {
    ModelDefinition visit =
        ModelDefinition.of(
            "Visit",
            v ->
                v.relation(Relation.belongsTo("doctor", "Doctor", "byId"))
                    .relation(Relation.belongsTo("patient", "Patient", "ofId")));
    ModelDefinition doctor =
        ModelDefinition.of(
            "Doctor", d -> d.relation(through("patients", "Patient", "doctorId", "Visit")));
    Tenant acme = nothing.acme(doctor, ModelDefinition.of("Patient", _ -> {}), visit);
    Model doctors = acme.model("Doctor");
    Entity who = doctors.create(Map.of());
    Entity patient = doctors.related(who, "patients").create(Map.of());
    Entity link = acme.model("Visit").findOne(Filter.all()).orElseThrow();
    assertThat(link.get("byId")).isEqualTo(who.id());
    assertThat(link.get("ofId")).isEqualTo(patient.id());
    assertThat(doctors.related(who, "patients").find()).containsExactly(patient);
  }

  @Test
  void a_model_that_is_linked_to_itself_says_which_is_which() {
    Model users =
        users(
            Relation.hasMany("following", "User", "followerId").withThrough("Follow", "followeeId"),
            Relation.hasMany("followers", "User", "followeeId")
                .withThrough("Follow", "followerId"));
    Entity ada = users.create(Map.of());
    Entity bob = users.create(Map.of());
    var _ = users.related(ada, "following").add(bob);
    assertThat(users.related(ada, "following").find()).containsExactly(bob);
    assertThat(users.related(bob, "followers").find()).containsExactly(ada);
    assertThat(users.related(ada, "followers").find()).isEmpty();
  }

  @Test
  void one_key_of_two_tells_the_other() {
    Model users = users(through("following", "User", "followerId", "Follow"));
    Entity ada = users.create(Map.of());
    assertThat(users.related(ada, "following").add(7).get("followeeId")).isEqualTo(7L);
  }

  @Test
  void keys_that_are_not_clear_are_told_with_model_and_relation() {
    Model users = users(through("friends", "User", "userId", "Follow"));
    Entity ada = users.create(Map.of());
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> users.related(ada, "friends").find())
        .withMessageContaining("\"friends\" of \"User\" through \"Follow\"")
        .withMessageContaining("keyThrough");
  }

  @Test
  void a_model_between_without_relations_gets_keys_whenever_it_is_defined() {
    DataSource db = nothing.memory();
    Model posts =
        db.define(
            ModelDefinition.of("Post", p -> p.relation(through("tags", "Tag", "postId", "Label"))));
    Model labels = db.define(ModelDefinition.of("Label", l -> l.property("n", NUMBER)));
    var _ =
        db.define(
            ModelDefinition.of(
                "Tag", t -> t.property("id", ScalarType.STRING, PropertyOption.id())));
    assertThat(labels.definition().property("postId").orElseThrow().type()).isEqualTo(NUMBER);
    assertThat(labels.definition().property("tagId").orElseThrow().type())
        .isEqualTo(ScalarType.STRING);
    Entity post = posts.create(Map.of());
    var _ = posts.related(post, "tags").create(Map.of("id", "x"));
    assertThat(posts.related(post, "tags").exists("x")).isTrue();
  }

  @Test
  void a_model_between_that_is_not_there_is_told() {
    Model users = users(through("friends", "User", "userId", "Friendship"));
    Entity ada = users.create(Map.of());
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> users.related(ada, "friends").find())
        .withMessageContaining("Friendship");
  }
}
