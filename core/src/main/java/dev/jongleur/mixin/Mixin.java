package dev.jongleur.mixin;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import java.util.Map;

/**
 * A contribution to the models that name it (F-055, F-099). Called when a model is defined, once
 * for each set of options, and again when the model is bound, for its observers; so it depends on
 * its arguments only. Must be thread-safe.
 */
@FunctionalInterface
public interface Mixin {
  /** Adds what it brings to one model, as the options say. */
  void contribute(Contribution to, Map<String, Object> options);

  /**
   * A model as a mixin: its properties, rules, relations and named scopes, where the other has none
   * of that name.
   */
  static Mixin of(ModelDefinition part) {
    return (to, _) -> {
      ModelDefinition there = to.definition();
      part.properties().stream()
          .filter(property -> there.property(property.name()).isEmpty())
          .filter(property -> !property.isId() || !there.hasKey())
          .forEach((Property property) -> to.model().property(property));
      part.validations().forEach(to.model()::validate);
      part.relations().values().stream()
          .filter(relation -> there.relation(relation.name()).isEmpty())
          .forEach(to.model()::relation);
      part.settings().scopes().entrySet().stream()
          .filter(scope -> !there.settings().scopes().containsKey(scope.getKey()))
          .forEach(scope -> to.model().scope(scope.getKey(), scope.getValue()));
    };
  }
}
