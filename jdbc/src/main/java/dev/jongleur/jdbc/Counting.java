package dev.jongleur.jdbc;

import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.sql.Form;
import dev.jongleur.jdbc.table.Storage;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.jdbc.table.TableMaker;
import java.sql.SQLException;
import java.util.List;

/**
 * Sees to it that generated ids are above all that rows brought along (F-240). Two that do so at
 * once may set the count back; the id is then taken, and whoever meets that counts again.
 */
record Counting(Dialect dialect, TableMaker maker) {

  /**
   * Makes sure that the next generated id is above all others, these included. The count belongs to
   * no transaction: one that is undone leaves a gap.
   *
   * @return whether the count was moved on
   */
  boolean count(Rows table, List<Entity> rows) throws SQLException {
    int identity = table.table().identity();
    if (identity == Table.NONE) {
      return false;
    }
    long highest = highest(rows, identity);
    boolean generates = rows.stream().anyMatch(row -> !brings(row, identity));
    table.known().numbers().brought(highest);
    if (!generates || table.known().numbers().areSettled()) {
      return false;
    }
    return moveOn(table, identity, highest);
  }

  /** The same, whatever is believed to be known. */
  boolean recount(Rows table, List<Entity> rows) throws SQLException {
    table.known().numbers().unsettle();
    return count(table, rows);
  }

  private boolean moveOn(Rows table, int identity, long highest) throws SQLException {
    long seen = Math.max(highest, highest(table, identity));
    long brought = table.known().numbers().highestBrought();
    long here = brought < most(table, identity) ? Math.max(seen, brought) : seen;
    return table.beside(other ->
        restart(other, identity, other == table ? here : Math.max(here, highest(other, identity))));
  }

  private boolean restart(Rows table, int identity, long last) throws SQLException {
    refuseBeyond(table, identity, last);
    table.known().numbers().settle();
    if (next(table, table.table().column(identity).name()) > last) {
      return false;
    }
    maker.restart(table.connection(), table.table(), last + 1);
    return true;
  }

  private static long highest(Rows table, int identity) throws SQLException {
    return table.number(new Form.Highest(identity), List.of());
  }

  private static void refuseBeyond(Rows table, int identity, long last) {
    if (last >= most(table, identity)) {
      throw new DataException("There is no id left for a new \"" + table.model().name() + "\".");
    }
  }

  /** The last id that there can be. */
  private static long most(Rows table, int identity) {
    boolean isInteger = table.table().column(identity).type() == ScalarType.INTEGER;
    return isInteger ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  private long next(Rows table, String column) throws SQLException {
    try (var statement = table.connection().prepareStatement(dialect.nextIdentity())) {
      statement.setString(1, table.table().name());
      statement.setString(2, column);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private static long highest(List<Entity> rows, int identity) {
    long highest = 0;
    for (Entity row : rows) {
      if (row.slot(identity) instanceof Number id) {
        highest = Math.max(highest, whole(row, id));
      }
    }
    return highest;
  }

  private static long whole(Entity row, Number id) {
    try {
      return Storage.whole(id);
    } catch (DataException e) {
      throw new DataException("The id of \"" + row.definition().name() + "\" is a whole number.");
    }
  }

  /** Whether a row needs no number from the database. */
  static boolean brings(Entity row, int identity) {
    return identity == Table.NONE || row.slot(identity) instanceof Number;
  }
}
