package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column as it was found in the database.
 *
 * @param property the name of the property whose values it holds; empty for a service column
 * @param label how messages call it
 * @param size the most characters or bytes it takes
 * @param scale the most digits it takes behind the point
 * @param most the largest whole number it takes; the smallest is one further from zero
 * @param exact whether the database compares its values as Jongleur does
 * @param automatic whether the database makes its value
 * @param mark how the property is listed among explicit nulls
 */
public record Column(
    String name,
    String property,
    String label,
    PropertyType type,
    Storage storage,
    int size,
    int scale,
    long most,
    boolean exact,
    boolean automatic,
    String mark) {

  /** Whether a whole number is one that it can hold: a database may refuse to compare others. */
  public boolean takes(long whole) {
    return whole <= most && whole >= -most - 1;
  }

  /** Binds a value as it lies in a slot: absent and null are SQL's null. */
  public void bind(PreparedStatement to, int at, @Nullable Object slot) throws SQLException {
    try {
      storage.bind(to, at, keepable(slot));
    } catch (ClassCastException e) {
      throw new DataException(label + " cannot keep a value of this kind.");
    } catch (DataException e) {
      throw new DataException(label + " cannot keep this value: " + e.getMessage() + ".");
    }
  }

  private @Nullable Object keepable(@Nullable Object slot) {
    if (slot == null || slot == Nothing.NULL) {
      return null;
    }
    return storage == Storage.JSON ? JsonColumn.sayable(type, slot) : slot;
  }

  /**
   * Refuses a value that is too long, or that the database would round.
   *
   * @throws DataException naming the property and the length
   */
  public void check(@Nullable Object slot) {
    if (slot instanceof BigDecimal number && number.stripTrailingZeros().scale() > scale) {
      throw new DataException(
          label + " has more than " + scale + " digits behind the point, as its column keeps.");
    }
    boolean tooLong =
        switch (slot) {
          case String text -> storage == Storage.TEXT && text.length() > size;
          case DateText text -> text.when().length() > size;
          case Binary bytes -> storage == Storage.BYTES && bytes.size() > size;
          case null, default -> false;
        };
    if (tooLong) {
      throw new DataException(label + " is longer than " + size + ", the length of its column.");
    }
  }

  /** The value as it lies in a slot; a Java null where the column is null. */
  public @Nullable Object read(ResultSet from, int at) throws SQLException {
    Object value = storage.take(from, at);
    return switch (value) {
      case String text when storage == Storage.JSON -> JsonColumn.read(type, text);
      case BigDecimal number -> exact(number);
      case null, default -> value;
    };
  }

  /** The number as its type holds it; one that the type refuses came from elsewhere. */
  private Object exact(BigDecimal number) {
    try {
      return Objects.requireNonNull(Values.read(type, number, ModelLookup.NONE));
    } catch (DataException e) {
      return new Unreadable(number.toPlainString());
    }
  }
}
