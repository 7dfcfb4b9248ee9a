package dev.jongleur.definition;

import dev.jongleur.error.DefinitionException;

/**
 * An exact decimal number, a {@link java.math.BigDecimal}. What does not fit is refused, never
 * rounded. Decimals that are equal by value are equal: 1.0 and 1.00.
 *
 * @param precision the most digits there are in all; 0: as many as {@link #MOST_DIGITS} on either
 *     side of the point
 * @param scale how many of them stand behind the point; a value always has as many
 */
public record DecimalType(int precision, int scale) implements PropertyType {
  /** Any decimal. It is kept without zeros at its end. */
  public static final DecimalType DECIMAL = new DecimalType(0, 0);

  /** More than any number that means something. */
  public static final int MOST_DIGITS = 1000;

  public DecimalType {
    if (precision < 0 || precision > MOST_DIGITS || scale < 0 || scale > precision) {
      throw new DefinitionException(
          "A decimal has a precision of 1 to " + MOST_DIGITS + " digits and a scale within it.");
    }
  }

  /** A decimal of so many digits, so many of them behind the point: {@code decimal(12, 2)}. */
  public static DecimalType decimal(int precision, int scale) {
    if (precision == 0) {
      throw new DefinitionException("A decimal has a precision of at least 1.");
    }
    return new DecimalType(precision, scale);
  }

  /** Whether precision and scale are given. */
  public boolean isBounded() {
    return precision > 0;
  }

  @Override
  public String canonical() {
    return isBounded() ? "decimal(" + precision + "," + scale + ")" : "decimal";
  }
}
