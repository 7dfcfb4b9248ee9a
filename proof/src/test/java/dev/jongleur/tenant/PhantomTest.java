package dev.jongleur.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.observer.Hook;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collector itself says that a tenant that was released is gone. */
class PhantomTest {
  @TempDir Path temp;

  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private final Set<Reference<?>> watched = new HashSet<>();

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void the_handles_the_life_and_the_models_of_a_released_tenant_are_collected(String connector) {
    try (Jongleur jongleur = application(connector)) {
      var _ = stay(jongleur, "globex");
      comeAndGo(jongleur);
      assertThat(watched).hasSize(5);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            System.gc();
            return allAreGone();
          });
    }
  }

  @Test
  void those_of_a_tenant_that_stays_are_not() {
    try (Jongleur jongleur = application("memory")) {
      watch(stay(jongleur, "acme"));
      System.gc();
      System.gc();
      assertThat(allAreGone()).isFalse();
      assertThat(jongleur.tenant("acme").isUnfolded()).isTrue();
    }
  }

  private void comeAndGo(Jongleur jongleur) {
    Tenant acme = stay(jongleur, "acme");
    watch(acme);
    acme.release();
  }

  private static Tenant stay(Jongleur jongleur, String name) {
    Tenant tenant = jongleur.onboard(name);
    Model users = tenant.model("User");
    var seen = new ArrayList<Object>();
    var _ = users.observe(Hook.AFTER_SAVE, save -> seen.add(List.of(tenant, save)));
    var _ = users.create(Map.of());
    return tenant;
  }

  private void watch(Tenant tenant) {
    TenantLife life = lifeOf(tenant);
    Unfolded unfolded = life.open();
    ModelSpace space = unfolded.space();
    Stream.of(tenant, tenant.model("User"), life, unfolded, space)
        .map(own -> new PhantomReference<Object>(own, gone))
        .forEach(watched::add);
  }

  private boolean allAreGone() {
    for (Reference<?> one = gone.poll(); one != null; one = gone.poll()) {
      watched.remove(one);
    }
    return watched.isEmpty();
  }

  /** Nothing that a program may use leads there, so this goes where it may not. */
  private static TenantLife lifeOf(Tenant tenant) {
    try {
      var life = Tenant.class.getDeclaredField("life");
      life.setAccessible(true);
      return (TenantLife) life.get(tenant);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private Jongleur application(String connector) {
    return Jongleur.builder()
        .dataSource("main", settings(connector))
        .blueprint(Blueprint.of("main", List.of(ModelDefinition.of("User", _ -> {}))))
        .build();
  }

  private Settings settings(String connector) {
    Settings settings = Settings.of(connector);
    return connector.equals("h2") ? settings.with("directory", temp.toString()) : settings;
  }
}
