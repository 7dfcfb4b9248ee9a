package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Validation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.mixin.Mixin;
import dev.jongleur.observer.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-055, F-099 to F-101. */
class MixinsTest {
  private static final Mixin AUDIT =
      (to, options) -> {
        to.model().property("seen", BOOLEAN, defaultTo(true));
        to.observe(Hook.BEFORE_SAVE, save -> save.set("by", options.getOrDefault("by", "?")));
      };

  private static final Mixin SLUG =
      (to, options) ->
          to.model()
              .property(String.valueOf(options.get("field")), STRING, defaultTo("none"))
              .validate(String.valueOf(options.get("field")), new Validation.Presence());

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Jongleur application(ModelDefinition... models) {
    return nothing.closing(
        Jongleur.builder()
            .mixin("Audit", AUDIT)
            .mixin("Slug", SLUG)
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(models)))
            .build());
  }

  private static List<String> names(Model model) {
    return model.definition().properties().stream().map(Property::name).toList();
  }

  @Test
  void a_model_has_what_its_mixins_bring() {
    DataSource db = nothing.memory();
    db.mixin("Audit", AUDIT);
    db.mixin("Slug", SLUG);
    Model users =
        db.define(
            "User",
            u ->
                u.mixin("Audit", Map.of("by", "me"))
                    .mixin("Slug", Map.of("field", "one"))
                    .mixin("Slug", Map.of("field", "two")));
    assertThat(names(users)).containsExactly("id", "seen", "one", "two");
    Entity user = users.create(Map.of());
    assertThat(user.toMap())
        .containsEntry("seen", true)
        .containsEntry("by", "me")
        .containsEntry("two", "none");
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> users.create(Map.of("two", "")));
  }

  @Test
  void a_mixin_of_the_data_source_goes_before_one_of_the_registry() {
    ModelRegistry registry = nothing.registry();
    registry.mixin("Audit", AUDIT);
    DataSource near = nothing.closing(registry.open(Settings.of("memory")));
    DataSource other = nothing.closing(registry.open(Settings.of("memory")));
    near.mixin("Audit", (to, _) -> to.model().property("nearer", NUMBER));
    assertThat(names(near.define("A", a -> a.mixin("Audit")))).containsExactly("id", "nearer");
    assertThat(names(other.define("A", a -> a.mixin("Audit")))).containsExactly("id", "seen");
  }

  @Test
  void a_model_may_be_a_mixin() {
    DataSource db = nothing.memory();
    var _ = db.define("Stamp", s -> s.property("by", STRING).property("v", STRING));
    Model users = db.define("User", u -> u.property("v", NUMBER).mixin("Stamp"));
    assertThat(names(users)).containsExactly("id", "v", "by");
    assertThat(users.definition().property("v").map(Property::type)).contains(NUMBER);
  }

  @Test
  void an_unknown_mixin_is_told_with_the_model() {
    DataSource db = nothing.memory();
    db.mixin("Audit", AUDIT);
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> db.define("User", u -> u.mixin("Adit")))
        .withMessageContaining("\"User\"")
        .withMessageContaining("mixins.Adit")
        .withMessageContaining("[Audit]");
    assertThat(db.models()).isEmpty();
    var model = ModelDefinition.of("User", u -> u.mixin("Adit"));
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> application(model));
  }

  @Test
  void what_is_false_is_not_applied() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.setting("mixins", Map.of("A", false, "B", List.of())));
    assertThat(names(users)).containsExactly("id");
  }

  @Test
  void tenants_have_the_mixins_of_the_blueprint_and_may_name_more() {
    Jongleur jongleur = application(ModelDefinition.of("User", u -> u.mixin("Audit")));
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    acme.customize("User", u -> u.mixin("Slug", Map.of("field", "nick")));
    acme.customize("Note", n -> n.mixin("Audit", Map.of("by", "acme")));
    acme.fold();
    assertThat(acme.model("User").create(Map.of()).toMap())
        .containsEntry("nick", "none")
        .containsEntry("by", "?");
    assertThat(acme.model("Note").create(Map.of()).toMap()).containsEntry("by", "acme");
    assertThat(names(globex.model("User"))).containsExactly("id", "seen");
  }

  @Test
  void what_a_tenant_says_of_a_mixins_property_stays() {
    Tenant acme = application(ModelDefinition.of("User", u -> u.mixin("Audit"))).onboard("acme");
    acme.customize("User", u -> u.property("seen", NUMBER, defaultTo(7)));
    acme.fold();
    assertThat(acme.model("User").create(Map.of()).get("seen")).isEqualTo(7L);
  }

  @Test
  void a_sub_model_has_what_a_mixin_brought_its_base_once() {
    var calls = new ArrayList<String>();
    Mixin counting =
        (to, _) -> {
          to.model().property("seen", BOOLEAN, defaultTo(true));
          to.observe(Hook.BEFORE_SAVE, save -> calls.add(save.model()));
        };
    ModelDefinition base = ModelDefinition.of("Base", b -> b.mixin("Counting"));
    Jongleur jongleur =
        nothing.closing(
            Jongleur.builder()
                .mixin("Counting", counting)
                .dataSource("main", Settings.of("memory"))
                .blueprint(Blueprint.of("main", List.of(base.extend("Sub", _ -> {}), base)))
                .build());
    Model sub = jongleur.onboard("acme").model("Sub");
    assertThat(sub.create(Map.of()).get("seen")).isEqualTo(true);
    assertThat(calls).containsExactly("Sub");
  }

  @Test
  void observers_of_a_mixin_stay_when_a_model_is_defined_anew() {
    var calls = new ArrayList<String>();
    DataSource db = nothing.memory();
    db.mixin("Counting", (to, _) -> to.observe(Hook.BEFORE_SAVE, _ -> calls.add("mixin")));
    Model users = db.define("User", u -> u.mixin("Counting"));
    var _ = users.observe(Hook.BEFORE_SAVE, _ -> calls.add("own"));
    var _ = db.define(users.definition().toBuilder().property("age", NUMBER).build());
    var _ = users.create(Map.of());
    assertThat(calls).containsExactly("mixin", "own");
  }
}
