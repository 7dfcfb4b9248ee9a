package dev.jongleur.plan;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import java.util.stream.IntStream;

/**
 * Which slots of a shape may hold objects or lists, worked out once.
 *
 * @param slots nobody changes the array
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read at each write
record Nesting(int[] slots) {
  static Nesting of(ModelDefinition model) {
    return model.derived(Nesting.class, Nesting::made);
  }

  private static Nesting made(ModelDefinition model) {
    return new Nesting(
        IntStream.range(0, model.shape().size())
            .filter(slot -> nests(model.shape().property(slot).type()))
            .toArray());
  }

  private static boolean nests(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> nests(scalar);
      case DecimalType _, EnumType _ -> false;
      case CustomType custom -> nests(custom.stored());
      case ListType _, ModelType _, InlineType _ -> true;
    };
  }

  private static boolean nests(ScalarType type) {
    return switch (type) {
      case OBJECT, ANY, JSON, TEXT -> true;
      case STRING, NUMBER, INTEGER, LONG, BOOLEAN -> false;
      case DATE, DATEONLY, DATESTRING, UUID, BINARY, GEOPOINT -> false;
    };
  }
}
