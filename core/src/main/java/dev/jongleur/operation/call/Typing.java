package dev.jongleur.operation.call;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Values;
import org.jspecify.annotations.Nullable;

/** Gives lists and nested values from a store their types, where they come as plain JSON. */
final class Typing {
  private Typing() {}

  static Entity of(Entity row, ModelLookup models) {
    ModelDefinition model = row.definition();
    @Nullable Object[] slots = null;
    for (int slot = 0; slot < model.shape().size(); slot++) {
      PropertyType type = model.shape().property(slot).type();
      Object value = row.slot(slot);
      if (value != null && value != Nothing.NULL && comesPlain(type)) {
        slots = slots == null ? row.slots() : slots;
        slots[slot] = Values.read(type, PlainBytes.in(type, value, models), models);
      }
    }
    return slots == null ? row : Entity.of(model, slots, row.open(), row.isStored());
  }

  private static boolean comesPlain(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> false;
      case DecimalType decimal -> false;
      case EnumType constants -> false;
      case CustomType custom -> false;
      case ListType list -> true;
      case InlineType inline -> true;
      case ModelType named -> true;
    };
  }
}
