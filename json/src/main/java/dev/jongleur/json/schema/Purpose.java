package dev.jongleur.json.schema;

import dev.jongleur.error.DataException;
import java.util.Arrays;
import java.util.Locale;

/** What a schema is for: what is shown and what is sent are not the same. */
public enum Purpose {
  /**
   * A whole row as it is shown: no hidden property, no rule, since rows may be older than rules.
   */
  READ,
  /** What is sent to make a row. */
  CREATE,
  /** What is sent to take the place of a row that is there. */
  REPLACE,
  /** What is sent to change some values of a row: nothing is required. */
  CHANGE;

  /**
   * The purpose of this name, in any case.
   *
   * @throws DataException when there is none, naming all
   */
  public static Purpose named(String name) {
    return Arrays.stream(values())
        .filter(purpose -> purpose.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new DataException("A schema is for read, create, replace or change."));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether rows are sent, and not shown. */
  boolean isSent() {
    return this != READ;
  }

  /** Whether what is sent is all there is of a row, so that defaults fill in the rest. */
  boolean isWhole() {
    return this == CREATE || this == REPLACE;
  }
}
