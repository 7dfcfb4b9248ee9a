package dev.jongleur.jdbc.sql;

import java.util.Optional;

/** Patterns of like, rewritten for SQL with ! as the escape, which no database treats specially. */
final class Patterns {
  static final char ESCAPE = '!';

  /** More runs than this can make a database try for ever; the matcher takes linear time. */
  private static final int MOST_RUNS = 2;

  private Patterns() {}

  static Optional<String> inSql(String pattern) {
    var sql = new StringBuilder(pattern.length() + 8);
    int runs = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        literal(sql, pattern.charAt(++i));
      } else if (c == '%' || c == '_') {
        sql.append(c);
        runs += c == '%' ? 1 : 0;
      } else {
        literal(sql, c);
      }
    }
    return runs > MOST_RUNS ? Optional.empty() : Optional.of(sql.toString());
  }

  private static void literal(StringBuilder sql, char c) {
    if (c == '%' || c == '_' || c == ESCAPE) {
      sql.append(ESCAPE);
    }
    sql.append(c);
  }
}
