package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.TenantException;
import dev.jongleur.model.BoundModel;
import dev.jongleur.observer.Hook;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The faults that were found in the registry of the original by running it, each as a test that it
 * would fail, or its counterpart where the part is another one here. Those about time count work
 * instead: what can be walked over, how often others' definitions are looked at, what is allocated.
 */
class FaultsOfTheOriginalTest {
  private static final Settings MEMORY = Settings.of("memory");

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final ModelRegistry registry = new ModelRegistry();

  private DataSource open(Settings settings) {
    return nothing.closing(registry.open(settings));
  }

  private static Model user(DataSource db, PropertyType type) {
    return db.define("User", u -> u.property("p", type));
  }

  /** D01. */
  @Test
  void data_sources_of_different_settings_share_nothing() {
    var ids = new HashSet<String>();
    var all = new ArrayList<DataSource>();
    for (String key : List.of("user", "password", "schema", "url", "file", "name")) {
      for (String value : List.of("a?x=/etc/ca.pem", "b?x=/etc/ca.pem")) {
        all.add(open(MEMORY.with(key, value)));
        var _ = user(all.getLast(), STRING);
        assertThat(ids.add(all.getLast().id())).isTrue();
      }
    }
    assertThat(all).allSatisfy(db -> assertThat(db.models()).containsExactly("User"));
    assertThat(registry.stats().tenantRegistries()).isEqualTo(12);
  }

  /** D02. */
  @Test
  void data_sources_of_one_configuration_do_not_take_each_other_a_model() {
    DataSource one = open(MEMORY);
    DataSource two = open(MEMORY);
    var _ = user(one, STRING);
    var _ = user(two, NUMBER);
    assertThat(one.models()).containsExactly("User");
    assertThat(type(one)).isEqualTo(STRING);
    assertThat(type(two)).isEqualTo(NUMBER);
  }

  private static PropertyType type(DataSource db) {
    return db.model("User").definition().property("p").orElseThrow().type();
  }

  /** D03: the databases that collided there. */
  @Test
  void names_whose_hashes_begin_alike_do_not_collide() {
    DataSource one = open(MEMORY.with("database", "tenant_64744"));
    DataSource two = open(MEMORY.with("database", "tenant_70169"));
    var _ = user(one, STRING);
    var _ = user(two, NUMBER);
    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(registry.stats().tenantRegistries()).isEqualTo(2);
  }

  /** D04: the properties that collided there. */
  @Test
  void inline_objects_whose_fingerprints_collided_are_told_apart() {
    Model one = user(open(MEMORY), inline("f18313", NUMBER));
    Model two = user(open(MEMORY), inline("f41733", NUMBER));
    assertThat(one.definition().shape()).isNotEqualTo(two.definition().shape());
    assertThat(nested(two.create(Map.of("p", Map.of("f41733", "42"))), "f41733")).isEqualTo(42L);
  }

  /** D05: the later one's zip became a number. */
  @Test
  void types_and_defaults_are_part_of_a_definition() {
    Model numbers = user(open(MEMORY), inline("zip", NUMBER));
    Model texts = user(open(MEMORY), inline("zip", STRING));
    Map<String, Object> data = Map.of("p", Map.of("zip", "00123"));
    assertThat(nested(numbers.create(data), "zip")).isEqualTo(123L);
    assertThat(nested(texts.create(data), "zip")).isEqualTo("00123");
    assertThat(user(open(MEMORY), NUMBER.list()).create(Map.of("p", List.of("1"))).get("p"))
        .isEqualTo(List.of(1L));
    assertThat(user(open(MEMORY), STRING.list()).create(Map.of("p", List.of(1))).get("p"))
        .isEqualTo(List.of("1"));
  }

  private static InlineType inline(String property, PropertyType type) {
    return new InlineType(
        ModelDefinition.of("Inline", i -> i.injectId(false).property(property, type)));
  }

  private static Object nested(Entity entity, String property) {
    Entity inner = (Entity) Objects.requireNonNull(entity.get("p"));
    return Objects.requireNonNull(inner.get(property));
  }

  /** D06. */
  @Test
  void an_inline_object_is_never_a_named_model_of_another() {
    ModelDefinition zip = ModelDefinition.of("Zip", z -> z.injectId(false).property("zip", STRING));
    var _ = open(MEMORY).define(zip);
    Model user = user(open(MEMORY), inline("zip", STRING));
    Entity inner =
        (Entity) Objects.requireNonNull(user.create(Map.of("p", Map.of("zip", 1))).get("p"));
    assertThat(inner.definition().name()).isEqualTo("Inline");
  }

  /** D07 and D26: nothing is swept by the clock. */
  @Test
  void an_open_data_source_keeps_its_models() {
    DataSource db = open(MEMORY);
    Model user = user(db, STRING);
    System.gc();
    assertThat(db.models()).containsExactly("User");
    assertThat(user.create(Map.of("p", "x")).isStored()).isTrue();
  }

  /** D08 and D22. */
  @Test
  void use_after_closing_is_told_and_opening_again_begins_anew() {
    DataSource db = registry.open(MEMORY);
    var _ = user(db, STRING);
    db.close();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> user(db, STRING));
    DataSource again = open(MEMORY);
    var _ = user(again, STRING);
    assertThat(again.models()).containsExactly("User");
  }

  /** D09 and D25. */
  @Test
  void a_look_up_finds_the_models_of_one_owner_and_leaves_no_trace() {
    Jongleur jongleur = nothing.application(ModelDefinition.of("User", _ -> {}));
    Tenant acme = jongleur.onboard("acme");
    RegistryStats before = jongleur.registry().stats();
    for (String name : List.of("global", "trap")) {
      assertThatExceptionOfType(TenantException.class).isThrownBy(() -> jongleur.tenant(name));
    }
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> acme.model("Other"));
    assertThat(jongleur.registry().stats()).isEqualTo(before);
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> open(MEMORY).model("User"));
  }

  /** D10: applications where the original has app objects. */
  @Test
  void applications_leave_nothing_whether_they_are_closed_or_dropped() {
    var gone = new ArrayList<Reference<?>>();
    for (int i = 0; i < 10; i++) {
      gone.add(new WeakReference<>(closedApplication()));
      gone.add(new WeakReference<>(droppedApplication()));
    }
    Collected.all(gone);
  }

  private static Object closedApplication() {
    try (Jongleur application = application()) {
      return application;
    }
  }

  private static Object droppedApplication() {
    return application();
  }

  private static Jongleur application() {
    Blueprint users = Blueprint.of("main", List.of(ModelDefinition.of("User", _ -> {})));
    Jongleur application = Jongleur.builder().dataSource("main", MEMORY).blueprint(users).build();
    Model user = application.onboard("acme").model("User");
    var _ = user.observe(Hook.ACCESS, _ -> assertThat(application.tenants()).isNotEmpty());
    assertThat(user.count()).isZero();
    return application;
  }

  /** D14: what cannot be reached is not walked over; what is not looked at is not compared. */
  @Test
  void closing_concerns_the_models_of_one_owner_however_many_others_have() {
    DataSource db = registry.open(MEMORY);
    var _ = user(db, STRING);
    var looks = new AtomicInteger();
    withCountedModels(looks, 1_000);
    assertThat(Reachable.from(db).count(BoundModel.class)).isEqualTo(1);
    looks.set(0);
    db.close();
    assertThat(looks).hasValue(0);
    assertThat(Reachable.from(db).count(BoundModel.class)).isZero();
  }

  /** D15. */
  @Test
  void defining_compares_with_no_definition_of_others_but_an_equal_one() {
    var looks = new AtomicInteger();
    withCountedModels(looks, 1_000);
    DataSource db = open(MEMORY);
    looks.set(0);
    var _ = user(db, inline("zip", STRING));
    assertThat(looks).hasValue(0);
    ModelDefinition known = counted("Other7", new AtomicInteger());
    var _ = db.define(known);
    assertThat(looks.get()).isLessThanOrEqualTo(1);
  }

  private void withCountedModels(AtomicInteger looks, int models) {
    for (int i = 0; i < models / 10; i++) {
      DataSource other = open(MEMORY);
      for (int model = 0; model < 10; model++) {
        var _ = other.define(counted("Other" + (10 * i + model), looks));
      }
    }
  }

  private static ModelDefinition counted(String name, AtomicInteger looks) {
    return ModelDefinition.of(
        name, m -> m.property("p", STRING, defaultTo(new CountedValue(name, looks))));
  }

  /** D16. */
  @Test
  void looking_for_a_model_costs_the_same_among_many_and_going_over_all_grows_with_them() {
    DataSource few = withModels(20);
    DataSource many = withModels(2_000);
    assertThat(many.models()).isSameAs(many.models()).hasSize(2_000);
    assertThat(Allocated.by(() -> many.model("M7")))
        .isLessThanOrEqualTo(Allocated.by(() -> few.model("M7")) + 64);
    assertThat(Allocated.by(() -> goOver(many))).isLessThan(150 * Allocated.by(() -> goOver(few)));
  }

  private DataSource withModels(int models) {
    DataSource db = open(MEMORY);
    for (int i = 0; i < models; i++) {
      var _ = db.define("M" + i, _ -> {});
    }
    return db;
  }

  private static void goOver(DataSource db) {
    for (String name : db.models()) {
      assertThat(db.model(name)).isNotNull();
    }
  }

  /** D28: no failing attempt to find out the tenant, nor anything else that is made each time. */
  @Test
  void looking_for_a_tenant_and_its_model_makes_next_to_nothing() {
    Jongleur jongleur = nothing.application(ModelDefinition.of("User", _ -> {}));
    var _ = jongleur.onboard("acme").model("User").count();
    assertThat(Allocated.by(() -> lookUp(jongleur, 1_000))).isLessThan(1_000 * 256L);
  }

  private static void lookUp(Jongleur jongleur, int times) {
    for (int i = 0; i < times; i++) {
      var _ = jongleur.tenant("acme").model("User");
    }
  }

  /** D23: one definition on several data sources, and one made from another. */
  @Test
  void a_model_is_listed_wherever_it_was_defined_however_it_was_made() {
    ModelDefinition base = ModelDefinition.of("Base", b -> b.property("p", STRING));
    DataSource one = open(MEMORY);
    DataSource two = open(MEMORY);
    for (DataSource db : List.of(one, two)) {
      var _ = db.define(base);
      var _ = db.define("Sub", s -> base.properties().forEach(s::property));
    }
    var _ = two.define(base.toBuilder().property("more", NUMBER).build());
    assertThat(one.models()).containsExactlyInAnyOrder("Base", "Sub");
    assertThat(two.models()).containsExactlyInAnyOrder("Base", "Sub");
    assertThat(one.model("Base").definition()).isEqualTo(base);
  }

  /** D20. */
  @Test
  void a_deleted_model_is_listed_no_more_and_collected() {
    DataSource db = open(MEMORY);
    Set<String> before = db.models();
    Reference<?> gone = definition(db, "p");
    db.deleteModel("User");
    assertThat(before).isEmpty();
    Collected.one(gone);
    assertThat(registry.stats().models()).isZero();
  }

  /** D11 and D13. */
  @Test
  void a_data_source_that_is_dropped_is_collected_with_its_inline_objects() {
    var gone = new ArrayList<Reference<?>>();
    for (int i = 0; i < 20; i++) {
      gone.add(dropped("f" + i));
    }
    Collected.all(gone);
  }

  private Reference<?> dropped(String property) {
    DataSource db = registry.open(MEMORY);
    return new WeakReference<>(user(db, inline(property, STRING)).definition());
  }

  /** D12. */
  @Test
  void data_sources_that_overlap_are_given_back_one_by_one() {
    var gone = new ArrayList<Reference<?>>();
    var open = new ArrayDeque<DataSource>();
    overlap(open, gone);
    Collected.all(gone);
    assertThat(registry.stats().tenantRegistries()).isEqualTo(1);
    open.remove().close();
    assertThat(registry.stats().leases()).isZero();
  }

  private void overlap(ArrayDeque<DataSource> open, List<Reference<?>> gone) {
    for (int i = 0; i < 100; i++) {
      open.add(registry.open(MEMORY));
      var _ = user(open.getLast(), STRING);
      if (open.size() > 1) {
        DataSource earlier = open.remove();
        earlier.close();
        gone.add(new WeakReference<>(earlier));
      }
    }
  }

  /** D17. */
  @Test
  void no_thread_keeps_the_process_alive() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    var _ = user(open(MEMORY), STRING);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .allMatch(Thread::isDaemon);
  }

  /** D18, D19 and D29. */
  @Test
  void names_are_only_names_and_the_list_of_them_is_the_callers() {
    DataSource db = open(MEMORY);
    List<String> names = List.of("keys", "values", "entries", "cleanup", "length", "constructor");
    names.forEach(name -> db.define(name, m -> m.property("p", STRING)));
    assertThat(db.models()).containsExactlyInAnyOrderElementsOf(names).isUnmodifiable();
    Model cleanup = db.model("cleanup");
    assertThat(cleanup.create(Map.of("p", "x")).isStored()).isTrue();
    Set<String> readBefore = db.models();
    db.close();
    assertThat(readBefore).isEmpty();
    assertThat(db.models()).isEmpty();
  }

  /** D27 and D31. */
  @Test
  void defining_anew_keeps_no_earlier_definition() {
    DataSource db = open(MEMORY);
    var gone = new ArrayList<Reference<?>>();
    for (int i = 0; i < 50; i++) {
      gone.add(definition(db, "p" + i));
    }
    var _ = user(db, STRING);
    Collected.all(gone);
    assertThat(db.models()).containsExactly("User");
  }

  private static Reference<?> definition(DataSource db, String property) {
    return new WeakReference<>(db.define("User", u -> u.property(property, STRING)).definition());
  }

  /** D21. */
  @Test
  void an_unknown_tenant_is_never_another_one() {
    Jongleur jongleur = nothing.application(ModelDefinition.of("User", _ -> {}));
    var _ = jongleur.onboard("acme");
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> jongleur.tenant("globex"));
    assertThatExceptionOfType(TenantException.class).isThrownBy(Tenant::current);
  }

  /** D24. */
  @Test
  void statistics_fall_again() {
    DataSource db = registry.open(MEMORY);
    for (int i = 0; i < 20; i++) {
      var _ = db.define("M" + i, m -> m.property("p", STRING));
    }
    assertThat(registry.stats().models()).isEqualTo(20);
    assertThat(registry.stats().definitions()).isEqualTo(20);
    assertThat(registry.stats().leases()).isPositive();
    db.close();
    assertThat(registry.stats().models()).isZero();
    assertThat(registry.stats().leases()).isZero();
    assertThat(registry.stats().tenantRegistries()).isZero();
  }

  /** D30. */
  @Test
  void a_setting_of_any_kind_can_be_part_of_the_identity() {
    DataSource db = open(MEMORY.with("url", java.net.URI.create("memory://host/db")));
    assertThat(user(db, STRING).create(Map.of("p", "x")).isStored()).isTrue();
  }
}
