package dev.jongleur.plan;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Optional;

/**
 * What the paths of a where begin at: a row of a model, or an element of a list within one.
 *
 * @param model how messages name the model of the rows
 * @param type of what the paths begin at; ANY where nothing is known of it
 * @param definition of what the paths begin at, where it has properties that are known
 */
record Ground(
    String model,
    boolean isRow,
    PropertyType type,
    Optional<ModelDefinition> definition,
    ModelLookup models) {

  static Ground row(ModelDefinition model, ModelLookup models) {
    return new Ground(model.name(), true, ScalarType.ANY, Optional.of(model), models);
  }

  /** What the elements of the list at a path are. */
  Ground element(String path) {
    Ground at = this;
    for (String step : steps(path)) {
      at = at.step(step);
    }
    return at.items();
  }

  /** What is at a property, or at a place of a list. */
  Ground step(String name) {
    return type instanceof ListType && name.matches("\\d+") ? items() : property(name);
  }

  /**
   * The declared type. Under a dotted path only an exact one counts, and other values are taken as
   * they are (F-221).
   */
  Optional<PropertyType> typeAt(String path) {
    if (path.equals(Where.ELEMENT)) {
      return Optional.of(type);
    }
    Optional<PropertyType> own =
        definition.flatMap(known -> known.property(path)).map(Property::type);
    return path.indexOf('.') < 0 ? own : own.or(() -> exactTypeAt(path));
  }

  private Optional<PropertyType> exactTypeAt(String path) {
    Ground at = this;
    for (String step : steps(path)) {
      at = at.step(step);
    }
    return Optional.of(at.type).filter(Ground::isExact);
  }

  private static boolean isExact(PropertyType type) {
    return switch (type) {
      case ScalarType scalar ->
          scalar == ScalarType.LONG || scalar == ScalarType.INTEGER || scalar == ScalarType.UUID;
      case DecimalType decimal -> true;
      case ListType(var item) -> isExact(item);
      case EnumType constants -> false;
      case CustomType custom -> true;
      case ModelType named -> false;
      case InlineType inline -> false;
    };
  }

  static List<String> steps(String path) {
    return path.equals(Where.ELEMENT) ? List.of() : List.of(path.split("\\.", -1));
  }

  /** A list is gone through to its elements' properties. */
  private Ground property(String name) {
    Ground whole = type instanceof ListType ? items() : this;
    return whole
        .definition
        .flatMap(known -> known.property(name))
        .map(property -> whole.of(property.type()))
        .orElseGet(() -> whole.of(ScalarType.ANY));
  }

  private Ground items() {
    return type instanceof ListType(var item) ? of(item) : of(ScalarType.ANY);
  }

  private Ground of(PropertyType other) {
    Optional<ModelDefinition> known =
        switch (other) {
          case InlineType inline -> Optional.of(inline.definition());
          case ModelType named -> models.find(named.model());
          case ListType list -> of(list.item()).definition;
          case ScalarType scalar -> Optional.empty();
          case DecimalType decimal -> Optional.empty();
          case EnumType constants -> Optional.empty();
          case CustomType custom -> Optional.empty();
        };
    return new Ground(model, false, other, known, models);
  }
}
