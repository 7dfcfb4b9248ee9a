package dev.jongleur.tenant;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelChange;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Overlay;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.model.ForeignKeys;
import dev.jongleur.model.ModelsBetween;
import dev.jongleur.registry.Registry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all tenants have in common at one moment: the blueprint, with the keys that its relations
 * need. Its definitions are shared with whoever has equal ones. Immutable; a change of the
 * blueprint makes another one.
 */
final class Structure {
  private final Blueprint blueprint;
  private final Registry registry;
  private final DataSources dataSources;

  /** A number for every model that the blueprint ever had; a model keeps its own. */
  private final Map<String, Integer> ever;

  /** The same for those that it has now. */
  private final Map<String, Integer> numbers;

  private Structure(
      Blueprint blueprint, Registry registry, DataSources dataSources, Map<String, Integer> ever) {
    this.blueprint = blueprint;
    this.registry = registry;
    this.dataSources = dataSources;
    this.ever = ever;
    var now = new HashMap<>(ever);
    now.keySet().retainAll(blueprint.models().keySet());
    this.numbers = Map.copyOf(now);
  }

  /**
   * A blueprint, complete.
   *
   * @throws DefinitionException when a model is on a data source that there is not
   */
  static Structure of(Blueprint blueprint, DataSources dataSources, Registry registry) {
    Blueprint none = new Blueprint(Map.of());
    return new Structure(none, registry, dataSources, Map.of()).next(blueprint);
  }

  /**
   * Another blueprint in the place of this one, complete.
   *
   * @throws DefinitionException when a model is on a data source that there is not
   */
  Structure next(Blueprint given) {
    Blueprint next = withModelsBetween(given);
    var more = new HashMap<>(ever);
    next.models().keySet().forEach(name -> more.putIfAbsent(name, more.size()));
    return new Structure(complete(next), registry, dataSources, Map.copyOf(more));
  }

  /** The number of a model, or -1 when this blueprint does not have it. */
  int number(String model) {
    return numbers.getOrDefault(model, -1);
  }

  private static Blueprint withModelsBetween(Blueprint given) {
    Blueprint all = given;
    for (Placed placed : given.models().values()) {
      Map<String, ModelDefinition> known = definitions(all);
      for (ModelDefinition missing :
          ModelsBetween.missing(
              placed.definition(), name -> Optional.ofNullable(known.get(name)))) {
        all = all.with(missing, placed.dataSource());
      }
    }
    return all;
  }

  private Blueprint complete(Blueprint blueprint) {
    blueprint
        .models()
        .forEach((name, placed) -> checkPlace(name, placed.dataSource(), dataSources.names()));
    Map<String, ModelDefinition> definitions = definitions(blueprint);
    fit(definitions, definitions.keySet(), places(blueprint));
    definitions.putAll(ForeignKeys.complete(definitions));
    var complete = new LinkedHashMap<String, Placed>();
    blueprint
        .models()
        .forEach((name, placed) -> {
          ModelDefinition definition = definitions.getOrDefault(name, placed.definition());
          complete.put(name, new Placed(registry.share(definition), placed.dataSource()));
        });
    return new Blueprint(complete);
  }

  Blueprint blueprint() {
    return blueprint;
  }

  Optional<ModelDefinition> definition(String model) {
    return Optional.ofNullable(blueprint.models().get(model)).map(Placed::definition);
  }

  /**
   * The models that an overlay makes of this blueprint or adds to it, with the keys they need: what
   * a tenant has of its own. A change of a model that the blueprint has no longer is passed over.
   *
   * @throws DefinitionException when a change does not fit this blueprint
   */
  Map<String, Placed> own(Overlay overlay) {
    if (overlay.isEmpty()) {
      return Map.of();
    }
    Map<String, ModelDefinition> definitions = definitions(blueprint);
    Map<String, String> places = places(blueprint);
    for (ModelChange change : overlay.changes().values()) {
      change(change, definitions, places);
    }
    fit(definitions, overlay.changes().keySet(), places);
    definitions.putAll(ForeignKeys.complete(definitions));
    return others(definitions, places);
  }

  private static void change(
      ModelChange change, Map<String, ModelDefinition> definitions, Map<String, String> places) {
    if (change.isAdded()) {
      definitions.put(change.model(), change.part());
      places.put(change.model(), change.dataSource());
    } else {
      definitions.computeIfPresent(change.model(), (_, base) -> change.applyTo(base));
    }
  }

  private static Map<String, String> places(Blueprint blueprint) {
    Map<String, String> places = new HashMap<>();
    blueprint.models().forEach((name, placed) -> places.put(name, placed.dataSource()));
    return places;
  }

  /** The named models with what their mixins bring, as the data sources have them. */
  private void fit(
      Map<String, ModelDefinition> definitions, Set<String> names, Map<String, String> places) {
    ModelLookup lookup = name -> Optional.ofNullable(definitions.get(name));
    var fitted = new HashMap<String, ModelDefinition>();
    for (String name : names) {
      lookup
          .find(name)
          .map(model -> registry.vocabulary().resolved(model, lookup))
          .ifPresent(model -> fitted.put(name, dataSources.fit(model, places.get(name))));
    }
    definitions.putAll(fitted);
  }

  /** Those that are not as in the blueprint. */
  private Map<String, Placed> others(
      Map<String, ModelDefinition> definitions, Map<String, String> places) {
    var own = new HashMap<String, Placed>();
    definitions.forEach((name, definition) -> {
      ModelDefinition shared = registry.share(definition);
      var placed = new Placed(shared, places.getOrDefault(name, ""));
      if (!placed.equals(blueprint.models().get(name))) {
        own.put(name, placed);
      }
    });
    return Map.copyOf(own);
  }

  private static Map<String, ModelDefinition> definitions(Blueprint blueprint) {
    var definitions = new LinkedHashMap<String, ModelDefinition>();
    blueprint.models().forEach((name, placed) -> definitions.put(name, placed.definition()));
    return definitions;
  }

  static void checkPlace(String model, String dataSource, Set<String> dataSources) {
    if (!dataSources.contains(dataSource)) {
      throw new DefinitionException(
          "\"" + model + "\" is on the data source \"" + dataSource + "\", which there is not.");
    }
  }
}
