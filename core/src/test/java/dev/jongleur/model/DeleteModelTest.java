package dev.jongleur.model;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Collected;
import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The names of a data source's models, and models that go (D16, D19, D20, D29 of the original). */
class DeleteModelTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private DataSource memory() {
    return nothing.memory();
  }

  private static Model user(DataSource db) {
    return db.define("User", u -> u.property("name", STRING));
  }

  @Test
  void the_names_are_live() {
    DataSource db = memory();
    Set<String> names = db.models();
    assertThat(names).isEmpty();
    var _ = user(db);
    var _ = db.define("Order", _ -> {});
    assertThat(names).containsExactlyInAnyOrder("User", "Order").hasSize(2).isUnmodifiable();
    assertThat(names.contains("User")).isTrue();
    Iterator<String> begun = names.iterator();
    db.deleteModel("User");
    assertThat(names.contains("User")).isFalse();
    assertThat(names).containsExactly("Order");
    var seen = new ArrayList<String>();
    begun.forEachRemaining(seen::add);
    assertThat(seen).containsExactlyInAnyOrder("User", "Order");
    db.close();
    assertThat(names).isEmpty();
    assertThat(names.contains("Order")).isFalse();
    assertThat(names.iterator()).isExhausted();
  }

  @Test
  void handles_of_a_deleted_model_say_so() {
    DataSource db = memory();
    Model users = user(db);
    db.deleteModel("User");
    db.deleteModel("User");
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> users.find(),
            () -> users.create(Map.of()),
            () -> users.definition(),
            () -> users.observe(Hook.ACCESS, _ -> {}))) {
      assertThatExceptionOfType(ClosedException.class)
          .isThrownBy(use)
          .withMessage("The model \"User\" was deleted.");
    }
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> db.model("User"));
  }

  @Test
  void a_model_defined_again_has_its_rows_and_none_of_its_observers() {
    DataSource db = memory();
    Model first = user(db);
    var _ = first.create(Map.of("name", "Ada"));
    var calls = new ArrayList<Integer>();
    var _ = first.observe(Hook.ACCESS, _ -> calls.add(1));
    db.deleteModel("User");
    Model second = user(db);
    assertThat(second.find()).extracting(user -> user.get("name")).containsExactly("Ada");
    assertThat(calls).isEmpty();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(first::find);
  }

  @Test
  void a_relation_to_a_deleted_model_names_it() {
    DataSource db = memory();
    Model users =
        db.define(
            "User",
            u ->
                u.property("name", STRING).relation(Relation.hasMany("orders", "Order", "userId")));
    var _ = db.define("Order", o -> o.property("total", NUMBER));
    Entity ada = users.create(Map.of("name", "Ada"));
    db.deleteModel("Order");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> users.related(ada, "orders").find())
        .withMessageContaining("\"Order\"");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> users.find(Filter.all().include("orders")))
        .withMessageContaining("\"Order\"");
    assertThat(users.find()).hasSize(1);
    var _ = db.define("Order", o -> o.property("total", NUMBER));
    assertThat(users.related(ada, "orders").find()).isEmpty();
  }

  @Test
  void a_deleted_model_is_collected_with_its_definition_and_its_observers() {
    DataSource db = memory();
    var gone = new ArrayList<Reference<?>>();
    for (int i = 0; i < 20; i++) {
      useAndDelete(db, "M" + i, gone);
    }
    Collected.all(gone);
    assertThat(db.models()).isEmpty();
  }

  private static void useAndDelete(DataSource db, String name, List<Reference<?>> gone) {
    Model model = db.define(name, m -> m.property("p", STRING));
    var _ = model.observe(Hook.ACCESS, _ -> assertThat(model).isNotNull());
    gone.add(new WeakReference<>(model));
    gone.add(new WeakReference<>(model.definition()));
    db.deleteModel(name);
  }

  @Test
  void all_models_go_at_once_and_of_one_data_source_only() {
    DataSource db = memory();
    DataSource other = memory();
    Model kept = user(other);
    var _ = user(db);
    var _ = db.define("Order", _ -> {});
    db.deleteAllModels();
    assertThat(db.models()).isEmpty();
    assertThat(other.models()).containsExactly("User");
    assertThat(kept.count()).isZero();
  }
}
