package dev.jongleur.connector;

import dev.jongleur.error.DataException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much a transaction sees of others that go on at once (F-370), by LoopBack's names. A backend
 * may keep more apart than it is asked to, never less.
 */
public enum IsolationLevel {
  READ_UNCOMMITTED,
  READ_COMMITTED,
  REPEATABLE_READ,
  SERIALIZABLE;

  /** The name in LoopBack's options, such as {@code READ COMMITTED}. */
  public String label() {
    return name().replace('_', ' ');
  }

  /**
   * The level of this name, in any case.
   *
   * @throws DataException when there is none
   */
  public static IsolationLevel named(String label) {
    String wanted = label.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    return Stream.of(values())
        .filter(level -> level.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new DataException("An isolation level is one of " + labels() + "."));
  }

  private static List<String> labels() {
    return Stream.of(values()).map(IsolationLevel::label).toList();
  }
}
