package dev.jongleur.model;

import dev.jongleur.definition.CamelCase;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.RelationEnds;
import java.util.LinkedHashSet;
import java.util.List;

/** The models that hasAndBelongsToMany needs between two, where nobody defines them (F-277). */
public final class ModelsBetween {
  private ModelsBetween() {}

  /** Those that a model's relations need and that are not there. */
  public static List<ModelDefinition> missing(ModelDefinition model, ModelLookup models) {
    if (model.relations().isEmpty()) {
      return List.of();
    }
    return model.relations().values().stream()
        .filter(relation -> relation.kind() == Relation.Kind.HAS_AND_BELONGS_TO_MANY)
        .filter(relation -> !relation.settings().containsKey("through"))
        .map(relation -> between(model.name(), relation, models))
        .filter(between -> models.find(between.name()).isEmpty())
        .toList();
  }

  private static ModelDefinition between(String from, Relation relation, ModelLookup models) {
    String name = RelationEnds.nameOfBetween(from, relation, models);
    return ModelDefinition.of(
        name,
        between -> {
          for (String end : new LinkedHashSet<>(List.of(from, relation.model()))) {
            between.relation(Relation.belongsTo(CamelCase.of(end), end, CamelCase.of(end + "_id")));
          }
        });
  }
}
