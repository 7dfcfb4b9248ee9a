package dev.jongleur.jdbc.sql;

import java.util.List;

/**
 * The form of a condition that SQL answers exactly as Jongleur does. Columns are places in a table;
 * values are left out: they are bound in the order in which a walk from left to right meets them.
 */
public sealed interface Test {
  /** Holds for every row. */
  static Test always() {
    return new All(List.of());
  }

  /** Holds for no row. */
  static Test never() {
    return new Any(List.of());
  }

  default boolean isAlways() {
    return this instanceof All(var parts) && parts.isEmpty();
  }

  default boolean isNever() {
    return this instanceof Any(var parts) && parts.isEmpty();
  }

  /** Every part holds; without parts: always. */
  record All(List<Test> parts) implements Test {}

  /** At least one part holds; without parts: never. */
  record Any(List<Test> parts) implements Test {}

  /** Does not hold. The part is true or false, never unknown. */
  record Not(Test part) implements Test {}

  record IsNull(int column) implements Test {}

  record NotNull(int column) implements Test {}

  /** One value is bound. Unknown, which is not true, where the column is null. */
  record Compares(int column, Sign sign) implements Test {}

  /** So many values are bound. Unknown where the column is null. */
  record OneOf(int column, int values, boolean negated) implements Test {}

  /** A pattern is bound in which ! escapes. Unknown where the column is null. */
  record Like(int column, boolean negated) implements Test {}

  /** How a column compares with a value. */
  enum Sign {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST
  }

  static Test all(Test... parts) {
    return all(List.of(parts));
  }

  static Test all(List<Test> parts) {
    List<Test> needed = parts.stream().filter(part -> !part.isAlways()).toList();
    if (needed.stream().anyMatch(Test::isNever)) {
      return never();
    }
    return needed.size() == 1 ? needed.getFirst() : new All(needed);
  }

  static Test any(Test... parts) {
    return any(List.of(parts));
  }

  static Test any(List<Test> parts) {
    List<Test> possible = parts.stream().filter(part -> !part.isNever()).toList();
    return possible.size() == 1 ? possible.getFirst() : new Any(possible);
  }
}
