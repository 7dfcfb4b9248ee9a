package dev.jongleur.model;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.registry.OpenedStore;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner starts from: a blueprint that it shares with others, models of its own, on stores
 * of its own. Each model is bound when it is first used, so that an owner costs what it uses and
 * not what it could.
 *
 * @param blueprint complete with its keys, its definitions shared already
 * @param own models that are not as in the blueprint, or not in it
 * @param stores by data source
 */
public record Origin(
    Blueprint blueprint, Map<String, Placed> own, Map<String, OpenedStore> stores) {
  /** For an owner that defines all its models itself. */
  public static final Origin NONE = new Origin(new Blueprint(Map.of()), Map.of(), Map.of());

  public Origin {
    own = Map.copyOf(own);
    stores = Map.copyOf(stores);
  }

  Optional<ModelDefinition> definition(String model) {
    return Optional.ofNullable(placed(model)).map(Placed::definition);
  }

  Optional<OpenedStore> store(String model) {
    return Optional.ofNullable(placed(model)).map(placed -> stores.get(placed.dataSource()));
  }

  Set<String> names() {
    if (own.isEmpty()) {
      return blueprint.models().keySet();
    }
    var names = new LinkedHashSet<>(blueprint.models().keySet());
    names.addAll(own.keySet());
    return names;
  }

  private @Nullable Placed placed(String model) {
    Placed changed = own.get(model);
    return changed == null ? blueprint.models().get(model) : changed;
  }
}
