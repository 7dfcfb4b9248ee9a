package dev.jongleur.model;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.StoreException;
import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Released;
import dev.jongleur.grudging.Diary;
import dev.jongleur.observer.Hook;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given back in which order, once, whichever step fails. */
class ClosingOrderTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final Diary diary = new Diary();

  private Settings refusing(String step) {
    return Settings.of("grudging").with("diary", diary).with("refuses", step);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "store close", "close"})
  void every_step_is_taken_once_in_its_order(String refused) {
    ModelRegistry registry = nothing.registry();
    var told = new ArrayList<RegistryEvent>();
    DataSource db = registry.open(refusing(refused));
    var _ = db.define(USER).observe(Hook.ACCESS, _ -> {});
    var _ = registry.listen(told::add);
    var modelsAtEachStep = new ArrayList<Integer>();
    diary.atEachStep(() -> modelsAtEachStep.add(db.models().size() + registry.stats().models()));
    Throwable failure = catchThrowable(db::close);
    db.close();
    assertThat(diary.steps()).containsExactly("store", "connector", "pool");
    assertThat(modelsAtEachStep).containsExactly(0, 0, 0);
    assertThat(told).singleElement().isInstanceOf(Released.class);
    assertThat(registry.stats().leases()).isZero();
    if (refused.equals("nothing")) {
      assertThat(failure).isNull();
    } else {
      assertThat(failure)
          .isInstanceOf(StoreException.class)
          .hasMessage("The connector refuses: " + refused + ".");
    }
  }

  @Test
  void observers_are_gone_before_the_store_is_closed() {
    var registry = new Registry(InstantSource.system());
    OpenedStore store = registry.open(refusing("nothing"), Partition.WHOLE, this);
    var space = new ModelSpace("The space", registry, List.of(store));
    BoundModel user = space.define(USER, store);
    var _ = user.observers().observe(Hook.ACCESS, _ -> {});
    var observed = new ArrayList<Boolean>();
    diary.atEachStep(() -> observed.add(user.observers().has(Hook.ACCESS)));
    space.close();
    assertThat(observed).containsExactly(false, false, false);
    assertThat(registry.leases()).isZero();
  }

  @Test
  void what_is_shared_is_closed_with_the_last_that_has_it() {
    ModelRegistry registry = nothing.registry();
    Settings shared = refusing("nothing").with("shared", true);
    DataSource one = registry.open(shared);
    DataSource two = registry.open(shared);
    one.close();
    assertThat(diary.steps()).containsExactly("store");
    assertThat(two.define(USER).count()).isZero();
    two.close();
    assertThat(diary.steps()).containsExactly("store", "store", "connector", "pool");
  }
}
