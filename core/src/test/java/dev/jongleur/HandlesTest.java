package dev.jongleur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandlesTest {
  private static final ModelDefinition ORDER = ModelDefinition.named("Order").build();
  private static final ModelDefinition NOTE = ModelDefinition.named("Note").build();

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private List<Tenant> tenants(int count) {
    Jongleur jongleur = nothing.application(ORDER);
    var tenants = new ArrayList<Tenant>();
    for (int i = 0; i < count; i++) {
      tenants.add(jongleur.onboard("tenant-" + i));
    }
    return tenants;
  }

  @Test
  void finds_what_a_map_finds_whatever_is_put_and_removed() {
    List<Tenant> tenants = tenants(700);
    var handles = new Handles();
    Map<String, Tenant> expected = new HashMap<>();
    var random = new Random(20261130);
    for (int step = 0; step < 50_000; step++) {
      // Now it grows, now it shrinks.
      boolean puts = random.nextInt(100) < (step / 5_000 % 2 == 0 ? 70 : 30);
      Tenant tenant = tenants.get(random.nextInt(tenants.size()));
      if (puts) {
        handles.put(tenant);
        expected.put(tenant.name(), tenant);
      } else {
        handles.remove(tenant);
        expected.remove(tenant.name());
      }
      Tenant asked = tenants.get(random.nextInt(tenants.size()));
      assertThat(handles.find(asked.name())).isSameAs(expected.get(asked.name()));
    }
    tenants.forEach(
        tenant -> assertThat(handles.find(tenant.name())).isSameAs(expected.get(tenant.name())));
    assertThat(handles.find("")).isNull();
    assertThat(handles.find("Ä")).isNull();
  }

  @Test
  void removes_all_that_are_unwanted_and_no_other() {
    List<Tenant> tenants = tenants(300);
    var handles = new Handles();
    tenants.forEach(handles::put);
    handles.removeIf(tenant -> tenant.name().endsWith("7"));
    for (Tenant tenant : tenants) {
      Tenant expected = tenant.name().endsWith("7") ? null : tenant;
      assertThat(handles.find(tenant.name())).isSameAs(expected);
    }
  }

  @Test
  void a_handle_takes_the_place_of_an_earlier_one_of_its_name_and_is_not_removed_with_it() {
    Jongleur jongleur = nothing.application(ORDER);
    Tenant earlier = jongleur.onboard("acme");
    earlier.release();
    Tenant later = jongleur.onboard("acme");
    var handles = new Handles();
    handles.put(earlier);
    handles.put(later);
    assertThat(handles.find("acme")).isSameAs(later);
    handles.remove(earlier);
    assertThat(handles.find("acme")).isSameAs(later);
    assertThat(jongleur.tenant("acme")).isSameAs(later);
  }

  @Test
  void a_reader_never_gets_anothers_while_it_grows_and_shrinks() throws Exception {
    List<Tenant> tenants = tenants(500);
    var handles = new Handles();
    var done = new AtomicBoolean();
    List<Boolean> own =
        Race.of(
            3,
            number -> number == 0 ? churned(handles, tenants, done) : read(handles, tenants, done));
    assertThat(own).containsOnly(true);
    assertThat(handles.find("tenant-1")).isNull();
  }

  private static boolean churned(Handles handles, List<Tenant> tenants, AtomicBoolean done) {
    try {
      for (int round = 0; round < 60; round++) {
        tenants.forEach(handles::put);
        tenants.forEach(handles::remove);
        LockSupport.parkNanos(1);
      }
    } finally {
      done.set(true);
    }
    return true;
  }

  /** Whether each that was found was the one that was asked for. */
  private static boolean read(Handles handles, List<Tenant> tenants, AtomicBoolean done) {
    boolean own = true;
    while (!done.get()) {
      for (Tenant tenant : tenants) {
        Tenant found = handles.find(tenant.name());
        own &= found == null || found == tenant;
      }
      LockSupport.parkNanos(1);
    }
    return own;
  }

  @Test
  void a_model_that_the_blueprint_no_longer_has_is_not_found_by_a_handle_that_knew_it() {
    Jongleur jongleur = nothing.application(ORDER, NOTE);
    List<Tenant> both = List.of(jongleur.onboard("acme"), jongleur.onboard("globex"));
    both.forEach(tenant -> {
      assertThat(tenant.model("Note").count()).isZero();
      assertThat(tenant.model("Order").count()).isZero();
    });
    jongleur.blueprint(Blueprint.of("main", List.of(ORDER)));
    for (Tenant tenant : both) {
      assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> tenant.model("Note"));
      assertThat(tenant.model("Order").count()).isZero();
    }
    jongleur.blueprint(Blueprint.of("main", List.of(ORDER, NOTE)));
    both.forEach(tenant -> assertThat(tenant.model("Note").count()).isZero());
  }
}
