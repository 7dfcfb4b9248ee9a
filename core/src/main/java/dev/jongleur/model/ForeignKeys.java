package dev.jongleur.model;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Relation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adds the properties that relations refer by, with the type of the key they refer to, where a
 * model does not define them (F-254). A relation whose other end is not there yet waits for it.
 */
public final class ForeignKeys {
  private final Map<String, ModelDefinition> models;
  private final Map<String, ModelDefinition> completed = new LinkedHashMap<>();

  private ForeignKeys(Map<String, ModelDefinition> models) {
    this.models = new LinkedHashMap<>(models);
  }

  /** Those of the models that lack a key, with it. */
  public static Map<String, ModelDefinition> complete(Map<String, ModelDefinition> models) {
    var keys = new ForeignKeys(models);
    models
        .values()
        .forEach(model ->
            model.relations().values().stream()
                .filter(Relation::isServed)
                .forEach(relation -> keys.add(model.name(), relation)));
    return keys.completed;
  }

  private void add(String near, Relation relation) {
    boolean refers = relation.kind() == Relation.Kind.BELONGS_TO;
    ModelDefinition holder = models.get(refers ? near : relation.model());
    ModelDefinition referred = models.get(refers ? relation.model() : near);
    if (holder != null && referred != null && holder.property(relation.foreignKey()).isEmpty()) {
      type(relation, referred).ifPresent(type -> add(holder, relation.foreignKey(), type));
    }
  }

  private void add(ModelDefinition holder, String name, PropertyType type) {
    Property key = Property.of(name, type).with("index", true);
    ModelDefinition complete = holder.toBuilder().property(key).build();
    models.put(complete.name(), complete);
    completed.put(complete.name(), complete);
  }

  private static Optional<PropertyType> type(Relation relation, ModelDefinition referred) {
    return relation
        .primaryKey()
        .flatMap(referred::property)
        .or(referred::idProperty)
        .map(Property::type);
  }
}
