package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What observers are told, and what becomes of it, as the original was seen to do it. */
class AsLoopbackTellsTest {
  private static final Options SILENT = Options.of("notify", false);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  static Stream<Arguments> calls() {
    return Stream.of(
        told("find", "", (users, o) -> users.find(where("name", "a"), o)),
        told("findById", "", (users, o) -> users.findById(1, Filter.all(), o)),
        told("count", "access", (users, o) -> users.count(Filter.all(), o)),
        told("exists", "access", (users, o) -> users.exists(1, o)),
        told("create", "before save, persist, loaded", (u, o) -> u.create(Map.of("name", "x"), o)),
        told(
            "patch",
            "before save, persist, loaded, after save",
            (users, o) -> users.patch(1, Map.of("name", "x"), o)),
        told(
            "replace",
            "before save, persist, loaded, after save",
            (users, o) -> users.replace(1, Map.of("name", "x"), o)),
        told(
            "upsert",
            "access, before save, persist, loaded",
            (users, o) -> users.upsert(Map.of("id", 1, "name", "x"), o)),
        told(
            "upsertWithWhere",
            "access, before save, persist, loaded, after save",
            (users, o) -> users.upsertWithWhere(where("id", 1), Map.of("name", "x"), o)),
        told(
            "updateAll",
            "access, before save, persist, after save",
            (users, o) -> users.updateAll(where("id", 1), Map.of("name", "x"), o)),
        told("deleteAll", "", (users, o) -> users.deleteAll(where("id", 1), o)),
        told("deleteById", "", (users, o) -> users.deleteById(1, o)),
        told(
            "delete",
            "access, before delete, after delete",
            (users, o) -> users.delete(users.findById(1, Filter.all(), SILENT).orElseThrow(), o)));
  }

  private static Arguments told(String what, String hooks, BiConsumer<Model, Options> call) {
    return Arguments.of(what, hooks, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void the_option_notify_silences_what_it_does_in_loopback(
      String what, String hooks, BiConsumer<Model, Options> call) {
    Model users = users(_ -> {});
    List<String> calls = new ArrayList<>();
    var _ = users.observe(Hook.all(), context -> calls.add(context.hook().label()));
    call.accept(users, SILENT);
    assertThat(String.join(", ", calls)).as(what).isEqualTo(hooks);
  }

  @Test
  void a_mass_change_is_told_with_values_as_they_are_stored() {
    Model users = users(_ -> {});
    List<Object> seen = new ArrayList<>();
    var _ = users.observe(Hook.PERSIST, persist -> seen.add(persist.data()));
    var _ = users.observe(Hook.AFTER_SAVE, saved -> seen.add(saved.data().orElseThrow()));
    assertThat(users.updateAll(where("id", 1), Map.of("age", "11"))).isEqualTo(1);
    assertThat(seen).containsExactly(Map.of("age", 11L), Map.of("age", 11L));
  }

  @Test
  void the_id_is_told_where_it_was_given_and_sets_nothing() {
    Model users = users(u -> u.timestamps());
    List<Object> seen = new ArrayList<>();
    var _ = users.observe(Hook.BEFORE_SAVE, save -> seen.add(save.data().orElseThrow()));
    Entity before = users.findById(1).orElseThrow();
    Entity after = users.patch(before, Map.of("id", 1));
    assertThat(seen).containsExactly(Map.of("id", 1));
    assertThat(after.toMap()).isEqualTo(before.toMap());
    Map<String, @Nullable Object> none = Collections.singletonMap("id", null);
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> users.patch(before, none));
  }

  @Test
  void an_observer_that_changes_the_id_of_a_patch_leads_to_no_row() {
    Model users = users(_ -> {});
    var _ = users.observe(Hook.BEFORE_SAVE, save -> save.set("id", 55));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> users.patch(1, Map.of("name", "x")));
    assertThat(users.find().stream().map(Entity::id)).containsExactly(1L, 2L);
    assertThat(users.findById(1).orElseThrow().get("name")).isEqualTo("a");
  }

  @Test
  void what_observers_change_shows_no_property_that_was_not_asked_for() {
    Model users = users(_ -> {});
    var _ = users.observe(Hook.LOADED, loaded -> loaded.set("name", "seen").set("more", 1));
    var _ = users.observe(Hook.ACCESS, access -> access.query(where("id", 2)));
    Filter ages = where("id", 1).fields("age");
    assertThat(users.find(ages)).extracting(Entity::toMap).containsExactly(Map.of("age", 20L));
    assertThat(users.findById(1, Filter.all().withFields(Fields.only("name")), Options.NONE))
        .hasValueSatisfying(user -> assertThat(user.toMap()).isEqualTo(Map.of("name", "seen")));
  }

  @Test
  void an_id_exists_where_exactly_one_row_is_found() {
    Model users = users(_ -> {});
    assertThat(users.exists(1)).isTrue();
    var _ = users.observe(Hook.ACCESS, access -> access.query(Filter.all()));
    assertThat(users.exists(1)).isFalse();
  }

  @Test
  void a_strict_model_shows_nothing_undefined_whoever_adds_it() {
    Model users = users(u -> u.strict(Strict.REFUSE));
    Options unchecked = Options.of("validate", false);
    assertThat(users.create(Map.of("name", "c", "x", 1), unchecked).toMap())
        .isEqualTo(Map.of("id", 3L, "name", "c"));
    assertThat(users.replace(3, Map.of("name", "d", "x", 1), unchecked).toMap())
        .isEqualTo(Map.of("id", 3L, "name", "d"));
    var _ = users.observe(Hook.LOADED, loaded -> loaded.set("more", 1));
    assertThat(users.findById(3).orElseThrow().toMap()).isEqualTo(Map.of("id", 3L, "name", "d"));
  }

  @Test
  void a_patch_by_a_generated_id_is_found_before_and_told_of_so() {
    ModelDefinition generated =
        ModelDefinition.of("User", u -> u.property("name", STRING).property("age", NUMBER));
    Model users = nothing.acme(generated).model("User");
    var _ = users.create(Map.of("name", "a"));
    List<String> calls = new ArrayList<>();
    var _ = users.observe(Hook.all(), context -> calls.add(context.hook().label()));
    assertThat(users.upsert(Map.of("id", 1, "age", 5)).get("name")).isEqualTo("a");
    assertThat(calls)
        .containsExactly("access", "loaded", "before save", "persist", "loaded", "after save");
  }

  /** Two rows, with ids of their own. */
  private Model users(Consumer<ModelBuilder> more) {
    Model users =
        nothing
            .acme(
                ModelDefinition.of(
                    "User",
                    u -> {
                      u.property("id", NUMBER, id())
                          .property("name", STRING)
                          .property("age", NUMBER);
                      more.accept(u);
                    }))
            .model("User");
    var _ = users.create(Map.of("id", 1, "name", "a", "age", 10));
    var _ = users.create(Map.of("id", 2, "name", "b", "age", 20));
    return users;
  }
}
