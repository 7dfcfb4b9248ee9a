package dev.jongleur.definition;

import org.jspecify.annotations.Nullable;

/**
 * Whether properties are stored alike, decided without their canonical text: they are when, and
 * only when, that text is equal; types of the program's own are alike when they are the same
 * object.
 */
final class Stored {
  private Stored() {}

  static boolean alike(Property one, Property other) {
    return one == other
        || one.name().equals(other.name())
            && one.key() == other.key()
            && one.generated() == other.generated()
            && alike(one.type(), other.type())
            && sameText(one.attributes().get("length"), other.attributes().get("length"))
            && sameText(one.index(), other.index());
  }

  private static boolean alike(PropertyType one, PropertyType other) {
    return switch (one) {
      case InlineType(ModelDefinition inner) ->
          other instanceof InlineType(ModelDefinition its) && inner.shape().equals(its.shape());
      case ListType(PropertyType item) ->
          other instanceof ListType(PropertyType its) && alike(item, its);
      case ScalarType scalar -> scalar == other;
      case DecimalType decimal -> decimal.equals(other);
      case EnumType constants -> constants.equals(other);
      case CustomType custom -> custom == other;
      case ModelType named -> named.equals(other);
    };
  }

  private static boolean sameText(@Nullable Object one, @Nullable Object other) {
    return one == other || one != null && other != null && one.toString().equals(other.toString());
  }

  /** Equal for properties that are stored alike. */
  static int hash(Property property) {
    return 31 * (31 * property.name().hashCode() + property.key()) + hash(property.type());
  }

  private static int hash(PropertyType type) {
    return switch (type) {
      case InlineType(ModelDefinition inner) -> inner.shape().hashCode();
      case ListType(PropertyType item) -> 31 * hash(item) + 1;
      case ScalarType scalar -> scalar.hashCode();
      case DecimalType decimal -> decimal.hashCode();
      case EnumType constants -> constants.hashCode();
      case CustomType custom -> custom.hashCode();
      case ModelType named -> named.hashCode();
    };
  }
}
