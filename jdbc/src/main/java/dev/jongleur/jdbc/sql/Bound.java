package dev.jongleur.jdbc.sql;

import dev.jongleur.entity.Nothing;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.Storage;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A value on its way into a statement, with the column it is compared with or put into. */
public sealed interface Bound {
  void bind(PreparedStatement to, int at) throws SQLException;

  /** As a slot has it. */
  Object value();

  static Bound of(Column column, @Nullable Object slot) {
    return new InColumn(column, slot == null ? Nothing.NULL : slot);
  }

  /**
   * A value to be put into a column.
   *
   * @throws dev.jongleur.error.DataException when it is too long
   */
  static Bound stored(Column column, @Nullable Object slot) {
    column.check(slot);
    return of(column, slot);
  }

  static Bound text(String text) {
    return new Plain(Storage.TEXT, text);
  }

  static Bound number(long number) {
    return new Plain(Storage.WHOLE, number);
  }

  /** As the column keeps it. */
  record InColumn(Column column, Object value) implements Bound {
    @Override
    public void bind(PreparedStatement to, int at) throws SQLException {
      column.bind(to, at, value);
    }
  }

  /** A limit, a mark, a pattern. */
  record Plain(Storage storage, Object value) implements Bound {
    @Override
    public void bind(PreparedStatement to, int at) throws SQLException {
      storage.bind(to, at, value);
    }
  }
}
