package dev.jongleur.jdbc.table;

import dev.jongleur.definition.PropertyType;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One column as it was found in the database.
 *
 * @param property the name of the property whose values it holds; empty for a service column
 * @param label how messages call it
 * @param size the most characters or bytes it takes
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
    boolean exact,
    boolean automatic,
    String mark) {

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
   * Refuses a value that is too long.
   *
   * @throws DataException naming the property and the length
   */
  public void check(@Nullable Object slot) {
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
    return value instanceof String text && storage == Storage.JSON
        ? JsonColumn.read(type, text)
        : value;
  }
}
