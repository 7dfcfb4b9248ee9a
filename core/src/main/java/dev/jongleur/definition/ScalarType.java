package dev.jongleur.definition;

import java.util.Locale;
import java.util.Optional;

/** The types that need no further definition (F-009). */
public enum ScalarType implements PropertyType {
  STRING,
  /** An IEEE double; whole values up to 2^53 are held as {@code Long}, others as {@code Double}. */
  NUMBER,
  /** A whole number of 32 bits, held as {@code Long}. Fractions and larger ones are refused. */
  INTEGER,
  /** A whole number of 64 bits, exact beyond 2^53, held as {@code Long}. */
  LONG,
  BOOLEAN,
  /** An instant, to the millisecond. */
  DATE,
  /** A day without time and zone, a {@link java.time.LocalDate} of the years 1 to 9999. */
  DATEONLY,
  /** Text that reads as a date and is kept verbatim (F-018). */
  DATESTRING,
  /** A {@link java.util.UUID}. */
  UUID,
  BINARY,
  GEOPOINT,
  OBJECT,
  ANY,
  JSON,
  TEXT;

  @Override
  public String canonical() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this name, in any case; {@code buffer} is another name of binary. */
  public static Optional<ScalarType> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("BUFFER")) {
      return Optional.of(BINARY);
    }
    for (ScalarType type : values()) {
      if (type.name().equals(upper)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
