package dev.jongleur.model;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Relation;
import java.util.Optional;

/**
 * Adds the properties that relations refer by, with the type of the key they refer to, where a
 * model does not define them (F-254). Waits for models that are defined later.
 */
final class ForeignKeys {
  private ForeignKeys() {}

  /** After one model was defined: its own relations, and those of others that lead to it. */
  static void complete(ModelSpace space, ModelDefinition defined) {
    for (String name : space.names()) {
      ModelDefinition model = space.model(name).definition();
      for (Relation relation : model.relations().values()) {
        boolean concerned =
            model.name().equals(defined.name()) || relation.model().equals(defined.name());
        if (concerned && relation.isServed()) {
          complete(space, model, relation);
        }
      }
    }
  }

  private static void complete(ModelSpace space, ModelDefinition near, Relation relation) {
    Optional<ModelDefinition> far = space.find(relation.model());
    if (far.isEmpty()) {
      return;
    }
    boolean refers = relation.kind() == Relation.Kind.BELONGS_TO;
    ModelDefinition current = space.find(near.name()).orElse(near);
    ModelDefinition holder = refers ? current : far.get();
    ModelDefinition referred = refers ? far.get() : current;
    add(space, holder, relation, referred);
  }

  private static void add(
      ModelSpace space, ModelDefinition holder, Relation relation, ModelDefinition referred) {
    Optional<PropertyType> type =
        relation
            .primaryKey()
            .flatMap(referred::property)
            .or(referred::idProperty)
            .map(Property::type);
    if (type.isPresent() && holder.property(relation.foreignKey()).isEmpty()) {
      Property key = Property.of(relation.foreignKey(), type.get()).with("index", true);
      space.redefine(holder.toBuilder().property(key).build());
    }
  }
}
