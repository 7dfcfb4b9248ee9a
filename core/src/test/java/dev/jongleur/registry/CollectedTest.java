package dev.jongleur.registry;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.Collected;
import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.observer.Hook;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CollectedTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final ModelRegistry registry = new ModelRegistry();

  @Test
  void a_closed_data_source_and_its_models_are_collected() {
    var gone = new ArrayList<Reference<?>>();
    IntStream.range(0, 50).forEach(i -> useAndClose("Own" + i, gone));
    Collected.all(gone);
    await().until(() -> registry.stats().definitions() == 0);
  }

  private void useAndClose(String name, List<Reference<?>> gone) {
    try (DataSource db = registry.open(Settings.of("memory"))) {
      var address = new InlineType(ModelDefinition.of("A" + name, a -> a.property("zip", STRING)));
      Model model = db.define(name, m -> m.property("address", address));
      var _ = model.observe(Hook.ACCESS, _ -> assertThat(model).isNotNull());
      var _ = model.create(Map.of("address", Map.of("zip", "1")));
      gone.add(new WeakReference<>(db));
      gone.add(new WeakReference<>(model));
      gone.add(new WeakReference<>(model.definition()));
    }
  }

  @Test
  void an_observer_goes_with_its_data_source_even_when_a_handle_is_kept() {
    DataSource db = registry.open(Settings.of("memory"));
    Model kept = db.define("User", _ -> {});
    var gone = observedBySomethingBig(kept);
    db.close();
    Collected.one(gone);
    assertThat(kept).isNotNull();
  }

  private static Reference<?> observedBySomethingBig(Model model) {
    byte[] big = new byte[1_000];
    var _ = model.observe(Hook.ACCESS, _ -> assertThat(big).isNotEmpty());
    return new WeakReference<>(big);
  }

  @Test
  void an_earlier_definition_is_collected_when_a_model_is_defined_anew() {
    DataSource db = nothing.closing(registry.open(Settings.of("memory")));
    var gone = new ArrayList<Reference<?>>();
    for (int i = 0; i < 20; i++) {
      gone.add(defined(db, "p" + i));
    }
    Collected.all(gone.subList(0, 19));
    await().until(() -> registry.stats().definitions() == 1);
    assertThat(db.model("User").definition().property("p19")).isPresent();
  }

  private static Reference<?> defined(DataSource db, String property) {
    return new WeakReference<>(db.define("User", u -> u.property(property, STRING)).definition());
  }
}
