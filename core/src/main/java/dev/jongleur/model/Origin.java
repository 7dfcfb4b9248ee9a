package dev.jongleur.model;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.registry.OpenedStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an owner starts from: a blueprint that it shares with others, on stores of its own. Each
 * model is bound when it is first used, so that an owner costs what it uses and not what it could.
 *
 * @param blueprint complete with its keys, its definitions shared already
 * @param stores by data source
 */
public record Origin(Blueprint blueprint, Map<String, OpenedStore> stores) {
  /** For an owner that defines all its models itself. */
  public static final Origin NONE = new Origin(new Blueprint(Map.of()), Map.of());

  public Origin {
    stores = Map.copyOf(stores);
  }

  Optional<ModelDefinition> definition(String model) {
    return Optional.ofNullable(blueprint.models().get(model)).map(Placed::definition);
  }

  Optional<OpenedStore> store(String model) {
    return Optional.ofNullable(blueprint.models().get(model))
        .map(placed -> stores.get(placed.dataSource()));
  }

  Set<String> names() {
    return blueprint.models().keySet();
  }
}
