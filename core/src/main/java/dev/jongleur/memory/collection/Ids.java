package dev.jongleur.memory.collection;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The ids that a collection makes: a sequence from 1, moved on by a larger id (F-240). It belongs
 * to no moment: a transaction that is undone leaves a gap. Guarded by the lock of its partition.
 */
public final class Ids {
  /** Beyond this a number cannot tell itself from the next (2^53). */
  private static final double LAST = 0x1p53;

  /** Text that takes a number of the sequence, as LoopBack compares the two. */
  private static final Pattern COUNTED = Pattern.compile("[1-9]\\d{0,14}");

  private long next = 1;
  private long unkeyed;

  /** Goes on where it was left off. */
  void goOn(long number, long places) {
    next = number;
    unkeyed = places;
  }

  /** The next number of the sequence. */
  public long next() {
    return next;
  }

  /** Where a row lies that has no id property. */
  long place() {
    return ++unkeyed;
  }

  /**
   * A row with the id that it has to have.
   *
   * @throws DataException when it lacks one that cannot be made
   */
  public Entity complete(Entity row) {
    Shape shape = row.definition().shape();
    if (shape.keySize() != 1) {
      return checked(row);
    }
    int slot = shape.keySlot(0);
    Property id = shape.property(slot);
    Object given = Keys.value(row, slot);
    if (given instanceof Number number) {
      moveOn(id, number);
    } else if (given instanceof String text && COUNTED.matcher(text).matches()) {
      moveOn(id, Long.valueOf(text));
    }
    return given == null ? row.set(slot, typed(id, generated(row.definition(), id))) : row;
  }

  private static Object typed(Property id, Object generated) {
    return Objects.requireNonNull(Values.read(id.type(), generated, ModelLookup.NONE));
  }

  /** A number that is brought takes one of the sequence, and moves it on when it is larger. */
  private void moveOn(Property id, Number given) {
    if (id.type().stored() == ScalarType.LONG) {
      next =
          given.longValue() == Long.MAX_VALUE
              ? Long.MAX_VALUE
              : Math.max(next, given.longValue()) + 1;
    } else if (Math.abs(given.doubleValue()) < LAST) {
      next = Math.max(next, (long) Math.ceil(given.doubleValue())) + 1;
    }
  }

  private Object generated(ModelDefinition model, Property id) {
    PropertyType type = id.type().stored();
    if (isCounted(type)) {
      return next(model);
    }
    if (type == ScalarType.STRING) {
      return String.valueOf(next(model));
    }
    if (id.generated() || type == ScalarType.UUID) {
      return UUID.randomUUID().toString();
    }
    throw new DataException("A new \"" + model.name() + "\" needs a \"" + id.name() + "\".");
  }

  private static boolean isCounted(PropertyType type) {
    return type == ScalarType.NUMBER
        || type == ScalarType.INTEGER
        || type == ScalarType.LONG
        || type == ScalarType.ANY;
  }

  private long next(ModelDefinition model) {
    if (next == Long.MAX_VALUE) {
      throw new DataException("There is no id left for a new \"" + model.name() + "\".");
    }
    return next++;
  }

  private static Entity checked(Entity row) {
    Shape shape = row.definition().shape();
    for (int part = 0; part < shape.keySize(); part++) {
      if (Keys.value(row, shape.keySlot(part)) == null) {
        throw new DataException(
            "A new \""
                + row.definition().name()
                + "\" needs a \""
                + shape.property(shape.keySlot(part)).name()
                + "\".");
      }
    }
    return row;
  }
}
