package dev.jongleur.jdbc.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The indexes that a table has, the one of its key included. */
public final class Indexes {
  private Indexes() {}

  /**
   * One index that is there.
   *
   * @param partial whether it is over some of the rows only
   */
  public record Found(String name, List<Key> keys, boolean unique, boolean partial) {
    public Found {
      keys = List.copyOf(keys);
    }

    /** The columns, the first before the second. */
    public List<String> columns() {
      return keys.stream().map(Key::column).toList();
    }

    /** Whether it does what a model wants; the order of columns does not matter to a promise. */
    boolean serves(WantedIndex wanted) {
      if (partial) {
        return false;
      }
      return wanted.unique()
          ? unique && new HashSet<>(columns()).equals(new HashSet<>(wanted.columns()))
          : keys.equals(wanted.keys());
    }
  }

  /** One column of an index. */
  public record Key(String column, boolean descending) {}

  /** The indexes of a table in the connection's schema. */
  public static List<Found> in(Connection connection, String table) throws SQLException {
    var found = new LinkedHashMap<String, Found>();
    try (ResultSet rows =
        connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, true)) {
      while (rows.next()) {
        add(found, rows);
      }
    }
    return List.copyOf(found.values());
  }

  private static void add(Map<String, Found> found, ResultSet row) throws SQLException {
    String name = row.getString("INDEX_NAME");
    if (name == null) {
      return;
    }
    var key = new Key(row.getString("COLUMN_NAME"), "D".equals(row.getString("ASC_OR_DESC")));
    String condition = row.getString("FILTER_CONDITION");
    boolean partial = condition != null && !condition.isBlank();
    var one = new Found(name, List.of(key), !row.getBoolean("NON_UNIQUE"), partial);
    var _ = found.merge(name, one, Indexes::together);
  }

  private static Found together(Found first, Found second) {
    var keys = new ArrayList<>(first.keys());
    keys.addAll(second.keys());
    return new Found(first.name(), keys, first.unique(), first.partial());
  }
}
