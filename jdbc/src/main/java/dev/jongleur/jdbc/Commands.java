package dev.jongleur.jdbc;

import dev.jongleur.entity.Binary;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out SQL that a program wrote itself (F-132): values are bound, never part of it. */
final class Commands {
  private Commands() {}

  /** The rows of its result; of a change one row with the number of rows changed. */
  static List<Map<String, Object>> run(
      Connection connection, String sql, List<? extends @Nullable Object> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, bound(parameters.get(i)));
      }
      if (!statement.execute()) {
        return List.of(Map.of("count", statement.getLargeUpdateCount()));
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows(rows);
      }
    }
  }

  private static @Nullable Object bound(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case Binary binary -> binary.bytes();
      case Enum<?> constant -> constant.name();
      case null, default -> value;
    };
  }

  private static List<Map<String, Object>> rows(ResultSet found) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    var rows = new ArrayList<Map<String, Object>>();
    while (found.next()) {
      var row = new LinkedHashMap<String, Object>();
      for (int at = 1; at <= columns.getColumnCount(); at++) {
        Object value = plain(found.getObject(at));
        if (value != null) {
          row.put(columns.getColumnLabel(at), value);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  /** As values are in entities, where the type of the column tells. */
  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case Integer whole -> whole.longValue();
      case OffsetDateTime at -> at.toInstant();
      case java.sql.Date day -> day.toLocalDate();
      case Clob text -> text.getSubString(1, (int) text.length());
      case Blob bytes -> Binary.of(bytes.getBytes(1, (int) bytes.length()));
      case byte[] bytes -> Binary.of(bytes);
      case null, default -> value;
    };
  }
}
