package dev.jongleur.json;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Validation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one property of a definition: a bare type, or an object with its type and options. */
final class PropertyReader {
  /** What is read here; every other key is kept as an attribute. */
  private static final Set<String> READ =
      Set.of("type", "id", "generated", "required", "default", "defaultFn");

  private static final Set<String> FLAGS = Set.of("id", "generated", "required", "index");

  private PropertyReader() {}

  /**
   * The property; empty when null or false removes it (F-045). Options of {@code required} make a
   * validation, which takes the place of the plain flag.
   */
  static Optional<Property> read(String name, Part part, List<Validation> validations) {
    if (part.isNone() || Boolean.FALSE.equals(part.value())) {
      return Optional.empty();
    }
    if (lacksType(part)) {
      part.at("type").wrong("a type is missing");
      return Optional.of(Property.of(name, ScalarType.ANY));
    }
    return part.value() instanceof Map<?, ?> map && map.containsKey("type")
        ? Optional.of(withOptions(name, part, validations))
        : Optional.of(Property.of(name, TypeReader.read(part)));
  }

  /** An object without a type is one of properties, whose types are no flags. */
  private static boolean lacksType(Part part) {
    return part.value() instanceof Map<?, ?> map
        && !map.containsKey("type")
        && FLAGS.stream().anyMatch(flag -> map.get(flag) instanceof Boolean);
  }

  private static Property withOptions(String name, Part part, List<Validation> validations) {
    PropertyType type = TypeReader.detailed(part);
    Part required = part.at("required");
    boolean detailed = required.value() instanceof Map;
    if (detailed) {
      validations.addAll(ValidationReader.presence(name, required));
    }
    var attributes = new java.util.LinkedHashMap<>(part.frozen());
    attributes.keySet().removeAll(READ);
    attributes.keySet().removeAll(ofType(type));
    return new Property(
        name,
        type,
        key(part.at("id")),
        part.at("generated").isTruthy(),
        required.isTruthy() && !detailed,
        DefaultReader.read(type, part),
        attributes);
  }

  /** What the type says itself, and attributes need not say again. */
  private static Set<String> ofType(PropertyType type) {
    return switch (type) {
      case DecimalType _ -> Set.of("precision", "scale");
      case EnumType _ -> Set.of("enum");
      case ScalarType _, CustomType _, ListType _, ModelType _, InlineType _ -> Set.of();
    };
  }

  /** F-028: a number orders a key of several parts; anything else that is true counts as 1. */
  private static int key(Part id) {
    return id.value() instanceof Number number ? place(id, number) : id.isTruthy() ? 1 : 0;
  }

  private static int place(Part id, Number number) {
    int place = number.intValue();
    if (place < 0 || place != number.doubleValue()) {
      id.wrong("a place in the key is a whole number from 1");
    }
    return Math.max(place, 0);
  }
}
