package dev.jongleur.entity;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers of all kinds beside each other, exactly: a double stands for the decimal that it prints
 * as, so that 0.1 is 0.1 whichever way it came. Stateless.
 */
public final class Numbers {
  /** No digit can be read in two ways. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d{1,5})?");

  private static final int LONGEST_TEXT = 2 * DecimalType.MOST_DIGITS + 10;

  /** A double has as many, whatever they are. */
  private static final int SAFE_DIGITS = 15;

  private static final long EXACT = 1L << 53;
  private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private Numbers() {}

  /** Whether two numbers are the same; what is no number is the same as none. */
  public static boolean same(Number a, Number b) {
    return !isNaN(a) && !isNaN(b) && compare(a, b) == 0;
  }

  /** By size; what is no number comes last. */
  public static int compare(Number a, Number b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (isDouble(a) && isDouble(b) || !isFinite(a) || !isFinite(b)) {
      return Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }
    return decimal(a).compareTo(decimal(b));
  }

  public static boolean isNaN(Number number) {
    return Double.isNaN(number.doubleValue());
  }

  /**
   * The decimal that a number or text stands for exactly, without zeros at its end; empty when it
   * is none, or has more digits than make sense.
   */
  public static Optional<BigDecimal> read(Object value) {
    return switch (value) {
      case Number number when isFinite(number) -> sensible(decimal(number).stripTrailingZeros());
      case String text when isDecimal(text.strip()) ->
          sensible(new BigDecimal(text.strip()).stripTrailingZeros());
      default -> Optional.empty();
    };
  }

  /**
   * The number that is written in JSON: as it is always held where a double loses none of its
   * digits, else as a {@code Long} or {@code BigDecimal} that has them all.
   *
   * @throws DataException when it has more digits than make sense
   */
  public static Number json(String digits) {
    double number = Double.parseDouble(digits);
    if (digits.length() <= SAFE_DIGITS || Double.isInfinite(number)) {
      return JsNumber.canonical(number);
    }
    BigDecimal exact =
        read(digits).orElseThrow(() -> new DataException("A number has too many digits."));
    boolean isLossless = exact.compareTo(BigDecimal.valueOf(number)) == 0;
    return isLossless ? JsNumber.canonical(number) : operand(exact);
  }

  /** In the form in which it compares fastest: whole ones as {@code Long}, where one is enough. */
  public static Number operand(BigDecimal number) {
    boolean isLong =
        number.compareTo(LEAST_LONG) >= 0
            && number.compareTo(MOST_LONG) <= 0
            && (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0);
    return isLong ? (Number) number.longValueExact() : (Number) number;
  }

  /** In the one form that numbers of the same size share, so that it can be looked up. */
  public static Number normal(Number number) {
    return switch (number) {
      case Long whole -> whole;
      case Double real when !Double.isFinite(real) -> real;
      case Double real when isWhole(real) -> real.longValue();
      default -> operand(decimal(number).stripTrailingZeros());
    };
  }

  private static boolean isWhole(double real) {
    return real == Math.rint(real) && Math.abs(real) <= EXACT;
  }

  /** As it prints: all digits of an exact one, a double as JavaScript prints it. */
  public static String text(Number number) {
    return switch (number) {
      case Long whole when Math.abs(whole) > EXACT || whole == Long.MIN_VALUE -> whole.toString();
      case BigDecimal decimal -> isSensible(decimal) ? decimal.toPlainString() : decimal.toString();
      case BigInteger whole -> whole.toString();
      default -> JsNumber.text(number.doubleValue());
    };
  }

  static BigDecimal decimal(Number number) {
    return switch (number) {
      case BigDecimal decimal -> decimal;
      case BigInteger whole -> new BigDecimal(whole);
      case Double real -> BigDecimal.valueOf(real);
      case Float real -> new BigDecimal(real.toString());
      default -> BigDecimal.valueOf(number.longValue());
    };
  }

  private static Optional<BigDecimal> sensible(BigDecimal number) {
    return isSensible(number) ? Optional.of(number) : Optional.empty();
  }

  private static boolean isSensible(BigDecimal number) {
    long before = (long) number.precision() - number.scale();
    return before <= DecimalType.MOST_DIGITS && number.scale() <= DecimalType.MOST_DIGITS;
  }

  private static boolean isDecimal(String text) {
    return text.length() <= LONGEST_TEXT && DECIMAL.matcher(text).matches();
  }

  /** Whether it is a double, or a long that is one too. */
  private static boolean isDouble(Number number) {
    return number instanceof Double || number instanceof Long whole && Math.abs(whole) <= EXACT;
  }

  private static boolean isFinite(Number number) {
    return switch (number) {
      case Double real -> Double.isFinite(real);
      case Float real -> Float.isFinite(real);
      default -> true;
    };
  }
}
