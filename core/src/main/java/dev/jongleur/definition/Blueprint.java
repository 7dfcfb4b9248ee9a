package dev.jongleur.definition;

import dev.jongleur.error.DefinitionException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all tenants start from: definitions, each on a named data source. Immutable; one object for
 * however many tenants.
 */
public record Blueprint(Map<String, Placed> models) {

  /** A definition and the name of the data source it is attached to. */
  public record Placed(ModelDefinition definition, String dataSource) {}

  public Blueprint {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
  }

  /** All definitions on one data source. */
  public static Blueprint of(String dataSource, List<ModelDefinition> definitions) {
    Blueprint blueprint = new Blueprint(Map.of());
    for (ModelDefinition definition : definitions) {
      blueprint = blueprint.with(definition, dataSource);
    }
    return blueprint;
  }

  /**
   * With one definition more.
   *
   * @throws DefinitionException when there is a model of that name already
   */
  public Blueprint with(ModelDefinition definition, String dataSource) {
    var more = new LinkedHashMap<>(models);
    if (more.put(definition.name(), new Placed(definition, dataSource)) != null) {
      throw new DefinitionException("There are two models named \"" + definition.name() + "\".");
    }
    return new Blueprint(more);
  }
}
