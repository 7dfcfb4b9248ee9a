package dev.jongleur.model;

import dev.jongleur.definition.LinkKeys;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Polymorphic;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.RelationEnds;
import dev.jongleur.definition.ScalarType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adds the properties that relations need, where a model does not define them: keys with the type
 * of what they refer to, lists of ids, embedded values (F-254, F-285, F-289, F-293). A relation
 * whose other end is not there yet waits for it.
 */
public final class ForeignKeys {
  private final Map<String, ModelDefinition> models;
  private final Map<String, ModelDefinition> completed = new LinkedHashMap<>();

  private ForeignKeys(Map<String, ModelDefinition> models) {
    this.models = new LinkedHashMap<>(models);
  }

  /** Those of the models that lack a property, with it. */
  public static Map<String, ModelDefinition> complete(Map<String, ModelDefinition> models) {
    var keys = new ForeignKeys(models);
    models
        .values()
        .forEach(model ->
            model.relations().values().forEach(relation -> keys.add(model.name(), relation)));
    return keys.completed;
  }

  private void add(String near, Relation relation) {
    String far = relation.model();
    String key = relation.foreignKey();
    switch (relation.kind()) {
      case BELONGS_TO ->
          relation
              .polymorphic()
              .ifPresentOrElse(
                  any -> chosen(near, any, near, relation),
                  () -> typed(relation, far).ifPresent(type -> key(near, key, type, far)));
      case HAS_MANY, HAS_ONE -> {
        if (relation.isThrough()) {
          between(near, relation);
        } else {
          relation
              .polymorphic()
              .ifPresentOrElse(
                  any -> chosen(far, any, near, relation),
                  () -> typed(relation, near).ifPresent(type -> key(far, key, type, near)));
        }
      }
      case REFERENCES_MANY ->
          typed(relation, far).ifPresent(type -> put(near, Property.of(key, type.list())));
      case EMBEDS_ONE -> embedded(near, key, far, new ModelType(far));
      case EMBEDS_MANY -> embedded(near, key, far, new ModelType(far).list());
      case HAS_AND_BELONGS_TO_MANY -> between(near, relation);
    }
  }

  /** A model between two has keys of both, also where it has no relations of its own. */
  private void between(String near, Relation relation) {
    ModelLookup known = name -> Optional.ofNullable(models.get(name));
    String name = RelationEnds.nameOfBetween(near, relation, known);
    ModelDefinition between = models.get(name);
    if (between != null && relation.polymorphic().isEmpty()) {
      LinkKeys keys = LinkKeys.of(near, relation, between);
      String far = relation.model();
      typed(relation, near).ifPresent(type -> key(name, keys.near(), type, near));
      idOf(far).ifPresent(type -> key(name, keys.far(), type, far));
    }
  }

  /** A key and the name of the model it refers to; its type is that of this model's own key. */
  private void chosen(String holder, Polymorphic any, String typedBy, Relation relation) {
    Optional<PropertyType> type =
        relation.settings().get("polymorphic") instanceof Map<?, ?> said
                && said.get("idType") instanceof String named
            ? ScalarType.named(named).map(PropertyType.class::cast)
            : typed(relation, typedBy);
    type.ifPresent(known -> {
      put(holder, Property.of(any.foreignKey(), known));
      put(holder, Property.of(any.discriminator(), ScalarType.STRING).with("index", true));
    });
  }

  private void key(String holder, String name, PropertyType type, String referred) {
    put(holder, Property.foreignKey(name, type, referred));
  }

  private void embedded(String holder, String name, String far, PropertyType type) {
    if (models.containsKey(far)) {
      put(holder, Property.of(name, type));
    }
  }

  private void put(String holder, Property property) {
    ModelDefinition model = models.get(holder);
    if (model != null && model.property(property.name()).isEmpty()) {
      ModelDefinition complete = model.toBuilder().property(property).build();
      models.put(complete.name(), complete);
      completed.put(complete.name(), complete);
    }
  }

  private Optional<PropertyType> idOf(String model) {
    return Optional.ofNullable(models.get(model))
        .flatMap(ModelDefinition::idProperty)
        .map(Property::type);
  }

  /** The type of the key of a model that is referred to; empty while it is not there. */
  private Optional<PropertyType> typed(Relation relation, String referred) {
    return Optional.ofNullable(models.get(referred))
        .flatMap(model -> relation.primaryKey().flatMap(model::property).or(model::idProperty))
        .map(Property::type);
  }
}
