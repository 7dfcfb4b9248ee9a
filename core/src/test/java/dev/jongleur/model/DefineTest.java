package dev.jongleur.model;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Defining concerns the model and what it is related to, and nothing else. */
class DefineTest {
  private final Registry registry = new Registry(InstantSource.system());
  private final OpenedStore store =
      registry.open(Settings.of("memory"), Partition.WHOLE, new Object());
  private final ModelSpace space = new ModelSpace("The space", registry, List.of(store));

  @AfterEach
  void nothing_is_left() {
    space.close();
    assertThat(registry.leases()).isZero();
  }

  private BoundModel define(ModelDefinition definition) {
    return space.define(definition, store);
  }

  private static ModelDefinition user() {
    return ModelDefinition.of(
        "User",
        u -> u.property("name", STRING).relation(Relation.hasMany("orders", "Order", "userId")));
  }

  private static ModelDefinition order() {
    return ModelDefinition.of("Order", o -> o.property("total", NUMBER));
  }

  private static boolean hasKey(BoundModel order) {
    return order.definition().property("userId").isPresent();
  }

  @Test
  void a_key_that_a_relation_needs_is_there_in_whatever_order_they_are_defined() {
    BoundModel order = define(order());
    assertThat(hasKey(order)).isFalse();
    var _ = define(user());
    assertThat(hasKey(order)).isTrue();
    assertThat(hasKey(define(order()))).isTrue();
  }

  @Test
  void a_relation_waits_for_its_other_end() {
    var _ = define(user());
    assertThat(hasKey(define(order()))).isTrue();
  }

  @Test
  void what_is_defined_again_as_it_was_stays_the_same_object() {
    BoundModel user = define(user());
    BoundModel order = define(order());
    ModelDefinition completed = order.definition();
    ModelDefinition shared = user.definition();
    assertThat(define(order())).isSameAs(order);
    assertThat(define(user())).isSameAs(user);
    assertThat(order.definition()).isSameAs(completed);
    assertThat(user.definition()).isSameAs(shared);
  }

  @Test
  void a_relation_that_was_taken_away_asks_for_no_key_any_more() {
    var _ = define(user());
    var _ = define(ModelDefinition.of("User", u -> u.property("name", STRING)));
    assertThat(hasKey(define(order()))).isFalse();
  }

  @Test
  void a_model_that_refers_to_itself_has_its_key() {
    BoundModel part =
        define(
            ModelDefinition.of("Part", p -> p.relation(Relation.belongsTo("whole", "Part", "in"))));
    assertThat(part.definition().property("in")).isPresent();
  }

  @Test
  void only_those_related_are_concerned() {
    var referrers = new Referrers();
    for (int i = 0; i < 1_000; i++) {
      referrers.add(ModelDefinition.of("Other" + i, _ -> {}));
    }
    referrers.add(user());
    assertThat(referrers.concernedBy(order())).containsExactly("User");
    assertThat(referrers.concernedBy(user())).containsExactly("Order");
    assertThat(referrers.concernedBy(ModelDefinition.of("Other1", _ -> {}))).isEmpty();
    referrers.remove(user());
    assertThat(referrers.concernedBy(order())).isEmpty();
  }
}
