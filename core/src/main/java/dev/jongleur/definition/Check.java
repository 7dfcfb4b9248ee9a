package dev.jongleur.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a definition as a whole, each with the path to it. */
final class Check {
  private final Map<String, Property> properties;
  private final Map<String, Relation> relations;
  private final ModelSettings settings;
  private final List<String> errors = new ArrayList<>();

  Check(Map<String, Property> properties, Map<String, Relation> relations, ModelSettings settings) {
    this.properties = properties;
    this.relations = relations;
    this.settings = settings;
  }

  /** The errors of all parts for themselves. */
  Check parts(String name) {
    wrongIf(name.isBlank(), "name: a model needs a name");
    wrongIf(properties.size() >= Slots.MOST, "properties: a model has fewer than " + Slots.MOST);
    properties.values().forEach(this::property);
    relations.values().forEach(this::relation);
    for (String scope : settings.scopes().keySet()) {
      wrongIf(
          properties.containsKey(scope) || relations.containsKey(scope),
          "scopes." + scope + ": there is a property or relation of that name");
    }
    return this;
  }

  /**
   * And of what it says of properties elsewhere: only where the model is closed, since an open one
   * may have properties that it does not define.
   */
  Check references(List<Mention> mentions) {
    if (settings.strict() != Strict.OPEN) {
      for (Mention mention : mentions) {
        wrongIf(
            !isDefined(mention.property()),
            mention.path() + ": there is no property \"" + mention.property() + "\"");
      }
    }
    return this;
  }

  /** A property that is named somewhere in a definition, with the path to where that is. */
  record Mention(String path, String property) {}

  List<String> errors() {
    return errors;
  }

  private void property(Property property) {
    String path = "properties." + property.name();
    wrongIf(
        property.name().isEmpty() || property.name().contains("."),
        path + ": a property name is not empty and has no dot");
    switch (property.initial()) {
      case Default.None none -> {}
      case Default.Literal(Object value) ->
          wrongIf(
              !Literals.fits(property.type(), value),
              path + ".default: it is no " + shown(property.type()));
      case Default.Made(Default.By by) ->
          wrongIf(
              !Literals.fits(property.type(), by),
              path + ".defaultFn: what it makes is no " + shown(property.type()));
    }
  }

  private void relation(Relation relation) {
    String path = "relations." + relation.name();
    wrongIf(properties.containsKey(relation.name()), path + ": there is a property of that name");
  }

  /** A property, a relation, or a key that one brings along. */
  private boolean isDefined(String name) {
    return properties.containsKey(name)
        || name.equals("id")
        || relations.containsKey(name)
        || relations.values().stream().anyMatch(relation -> relation.foreignKey().equals(name));
  }

  private static String shown(PropertyType type) {
    return switch (type) {
      case ScalarType _, DecimalType _, EnumType _ -> type.canonical();
      case CustomType custom -> custom.name();
      case ListType _ -> "list of such items";
      case ModelType _, InlineType _ -> "object";
    };
  }

  private void wrongIf(boolean wrong, String error) {
    if (wrong) {
      errors.add(error);
    }
  }
}
