package dev.jongleur.definition;

import java.util.Locale;
import java.util.Optional;

/** The type of a property (F-009 to F-027). Immutable; closed family. */
public sealed interface PropertyType
    permits ScalarType, DecimalType, EnumType, CustomType, ListType, ModelType, InlineType {

  /** How the type is written in a canonical definition; equal types have equal text. */
  String canonical();

  /** The type that values of this type are held and stored as: itself, unless it is custom. */
  default PropertyType stored() {
    return this;
  }

  /** A typed list of this type (F-023). */
  default ListType list() {
    return new ListType(this);
  }

  /** The type with this name, in any case; empty when the name can only be a model's. */
  static Optional<PropertyType> named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ARRAY" -> Optional.of(ScalarType.ANY.list());
      case "DECIMAL" -> Optional.of(DecimalType.DECIMAL);
      default -> ScalarType.named(name).map(scalar -> scalar);
    };
  }
}
