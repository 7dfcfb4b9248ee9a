package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Subscription;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-348 to F-352, F-366: what observers may do. */
class ObserverTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model users() {
    return nothing.acme("User", u -> u.property("name", STRING).property("age", NUMBER));
  }

  @Test
  void they_are_called_in_their_order_until_they_end() {
    Model users = users();
    var calls = new ArrayList<Integer>();
    Subscription first = users.observe(Hook.ACCESS, _ -> calls.add(1));
    Subscription second = users.observe(Hook.ACCESS, _ -> calls.add(2));
    var _ = users.count();
    first.close();
    first.close();
    var _ = users.count();
    second.close();
    var _ = users.count();
    assertThat(calls).containsExactly(1, 2, 2);
  }

  @Test
  void one_observer_may_be_subscribed_twice_and_ended_once() {
    Model users = users();
    var calls = new ArrayList<Integer>();
    Observer<Object> observer = _ -> calls.add(1);
    Subscription once = users.observe(Hook.ACCESS, observer);
    var _ = users.observe(Hook.ACCESS, observer);
    once.close();
    var _ = users.count();
    assertThat(calls).hasSize(1);
    users.clearObservers(Hook.ACCESS);
    var _ = users.count();
    assertThat(calls).hasSize(1);
  }

  @Test
  void the_hooks_of_one_operation_share_a_state_and_the_options() {
    Model users = users();
    Options options = Options.of("who", "me");
    var seen = new ArrayList<Object>();
    var _ = users.observe(Hook.BEFORE_SAVE, context -> context.state().put("began", true));
    var _ =
        users.observe(
            Hook.AFTER_SAVE,
            context -> {
              seen.add(context.state());
              seen.add(context.options());
            });
    var _ = users.create(Map.of(), options);
    assertThat(seen).containsExactly(Map.of("began", true), options);
  }

  @Test
  void before_save_changes_what_is_stored_and_returned() {
    Model users = users();
    var _ = users.observe(Hook.BEFORE_SAVE, save -> save.set("age", "7"));
    Entity ada = users.create(Map.of("name", "Ada"));
    assertThat(ada.get("age")).isEqualTo(7L);
    assertThat(users.patch(ada, Map.of("name", "Bob", "age", 1)).get("age")).isEqualTo(7L);
    assertThat(users.updateAll(Filter.all(), Map.of("age", 2))).isEqualTo(1);
    assertThat(users.find()).extracting(user -> user.get("age")).containsExactly(7L);
  }

  @Test
  void persist_changes_what_is_stored_only() {
    Model users = users();
    var _ = users.observe(Hook.PERSIST, persist -> persist.set("age", 7));
    assertThat(users.create(Map.of("age", 1)).get("age")).isEqualTo(1L);
    assertThat(users.findById(1)).map(user -> user.get("age")).contains(7L);
  }

  @Test
  void loaded_changes_what_is_seen() {
    Model users = users();
    var _ = users.create(Map.of("age", 1));
    var _ = users.observe(Hook.LOADED, loaded -> loaded.set("age", 7));
    assertThat(users.find().getFirst().get("age")).isEqualTo(7L);
    assertThat(users.patch(1, Map.of("name", "x")).get("age")).isEqualTo(1L);
    assertThat(users.replace(1, Map.of("age", 2)).get("age")).isEqualTo(7L);
    assertThat(users.count(where("age", 2))).isEqualTo(1);
  }

  @Test
  void loaded_is_seen_after_creation_only_where_told_to() {
    Model users =
        nothing.acme("User", u -> u.settings(ModelSettings.DEFAULT.with("updateOnLoad", true)));
    var _ = users.observe(Hook.LOADED, loaded -> loaded.set("age", 7));
    assertThat(users.create(Map.of("age", 1)).get("age")).isEqualTo(7L);
  }

  @Test
  void access_narrows_every_operation_that_asks() {
    Model users = users();
    var _ = users.createAll(List.of(Map.of("age", 1), Map.of("age", 2)));
    var _ = users.observe(Hook.ACCESS, access -> access.query(access.query().and("age", 1)));
    assertThat(users.count()).isEqualTo(1);
    assertThat(users.find()).hasSize(1);
    assertThat(users.findById(2)).isEmpty();
    assertThat(users.updateAll(Filter.all(), Map.of("name", "x"))).isEqualTo(1);
    assertThat(users.deleteById(2)).isZero();
    assertThat(users.deleteAll(Filter.all())).isEqualTo(1);
  }

  @Test
  void before_delete_may_narrow_what_is_removed() {
    Model users = users();
    var _ = users.createAll(List.of(Map.of("age", 1), Map.of("age", 2)));
    var _ = users.observe(Hook.BEFORE_DELETE, delete -> delete.where(where("age", 1).where()));
    assertThat(users.deleteAll(Filter.all())).isEqualTo(1);
    assertThat(users.find()).extracting(user -> user.get("age")).containsExactly(2L);
  }

  @Test
  void what_one_throws_before_storing_keeps_the_row_from_being_stored() {
    Model users = users();
    var calls = new ArrayList<Integer>();
    var _ = users.observe(Hook.BEFORE_SAVE, _ -> failing());
    var _ = users.observe(Hook.BEFORE_SAVE, _ -> calls.add(1));
    assertThatIllegalStateException().isThrownBy(() -> users.create(Map.of())).withMessage("no");
    assertThat(users.count()).isZero();
    assertThat(calls).isEmpty();
  }

  @Test
  void what_one_throws_after_storing_leaves_the_row_stored() {
    Model users = users();
    var _ = users.observe(Hook.AFTER_SAVE, _ -> failing());
    assertThatIllegalStateException().isThrownBy(() -> users.create(Map.of()));
    assertThat(users.count()).isEqualTo(1);
  }

  private static void failing() {
    throw new IllegalStateException("no");
  }

  @Test
  void one_may_use_its_model_itself() {
    Model users = users();
    var _ =
        users.observe(
            Hook.AFTER_SAVE,
            save -> {
              if (save.instance().orElseThrow().get("name") == null) {
                var _ = users.create(Map.of("name", "shadow"));
              }
            });
    var _ = users.create(Map.of("age", 1));
    assertThat(users.count()).isEqualTo(2);
  }

  @Test
  void observers_of_one_tenant_do_not_see_another() {
    Jongleur jongleur = nothing.application(ModelDefinition.of("User", _ -> {}));
    Model acme = jongleur.onboard("acme").model("User");
    Model globex = jongleur.onboard("globex").model("User");
    var calls = new ArrayList<Integer>();
    var _ = acme.observe(Hook.BEFORE_SAVE, _ -> calls.add(1));
    var _ = globex.create(Map.of());
    assertThat(calls).isEmpty();
  }

  @Test
  void observers_survive_a_fold() {
    Tenant acme = nothing.acme(ModelDefinition.of("User", _ -> {}));
    Model users = acme.model("User");
    var calls = new ArrayList<Integer>();
    Subscription counting = users.observe(Hook.BEFORE_SAVE, _ -> calls.add(1));
    acme.fold();
    var _ = users.create(Map.of());
    assertThat(calls).hasSize(1);
    counting.close();
    var _ = users.create(Map.of());
    assertThat(calls).hasSize(1);
  }
}
