package dev.jongleur.jdbc.table;

import dev.jongleur.definition.Property;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indexes on single columns: which are wanted (attribute {@code index}), which are there. */
final class Indexes {
  private Indexes() {}

  /** One index that is there. */
  record Found(String name, List<String> columns, boolean unique) {
    boolean serves(String column, boolean asUnique) {
      return columns.equals(List.of(column)) && (unique || !asUnique);
    }
  }

  static boolean isWanted(Property property) {
    return property.isIndexed();
  }

  static boolean isUnique(Property property) {
    return property.attributes().get("index") instanceof Map<?, ?> options
        && (isTrue(options.get("unique"))
            || options.get("options") instanceof Map<?, ?> inner && isTrue(inner.get("unique")));
  }

  /** The indexes of a table in the connection's schema. */
  static List<Found> in(Connection connection, String table) throws SQLException {
    var columns = new LinkedHashMap<String, List<String>>();
    var unique = new LinkedHashMap<String, Boolean>();
    try (ResultSet rows =
        connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, true)) {
      while (rows.next()) {
        String name = rows.getString("INDEX_NAME");
        if (name != null) {
          columns
              .computeIfAbsent(name, key -> new ArrayList<>())
              .add(rows.getString("COLUMN_NAME"));
          unique.put(name, !rows.getBoolean("NON_UNIQUE"));
        }
      }
    }
    return columns.entrySet().stream()
        .map(e -> new Found(e.getKey(), e.getValue(), Boolean.TRUE.equals(unique.get(e.getKey()))))
        .toList();
  }

  /** A name of fixed length: those of tables and columns may be long and have any character. */
  static String name(String table, String column, boolean unique) {
    String text = table.length() + ":" + table + ":" + column + ":" + unique;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return (unique ? "ux_" : "ix_") + HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isTrue(@Nullable Object flag) {
    return Boolean.TRUE.equals(flag);
  }
}
