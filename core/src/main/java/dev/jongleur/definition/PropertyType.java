package dev.jongleur.definition;

/** The type of a property (F-009 to F-027). Immutable; closed family. */
public sealed interface PropertyType permits ScalarType, ListType, ModelType, InlineType {

  /** How the type is written in a canonical definition; equal types have equal text. */
  String canonical();

  /** A typed list of this type (F-023). */
  default ListType list() {
    return new ListType(this);
  }
}
