package dev.jongleur.entity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers as JavaScript reads and writes them, since that is what LoopBack's models mean. */
final class JsNumber {
  private static final long EXACT = 1L << 53;

  /** No digit can be read in two ways, so that long text takes no longer than it is. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(Infinity|(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?)");

  private JsNumber() {}

  /** The number that text stands for: blank is 0, what is no number is NaN (F-015). */
  static double read(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return 0;
    }
    if (stripped.startsWith("0x") || stripped.startsWith("0X")) {
      return readHex(stripped.substring(2));
    }
    if (!NUMBER.matcher(stripped).matches()) {
      return Double.NaN;
    }
    return Double.parseDouble(stripped);
  }

  /** A double as it is kept: a {@code Long} where it is whole and exact, else a {@code Double}. */
  static Number canonical(double number) {
    return number == Math.rint(number) && Math.abs(number) <= EXACT
        ? (Number) (long) number
        : (Number) number;
  }

  static Number canonical(Number number) {
    return number instanceof Long whole && Math.abs(whole) <= EXACT
        ? whole
        : canonical(number.doubleValue());
  }

  static String text(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    String shortest = Double.toString(number);
    double size = Math.abs(number);
    if (size == 0 || size >= 1e-6 && size < 1e21) {
      return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    }
    int exponent = shortest.indexOf('E');
    return withoutPoint(shortest.substring(0, exponent))
        + (size > 1 ? "e+" : "e")
        + shortest.substring(exponent + 1);
  }

  private static String withoutPoint(String digits) {
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }

  private static double readHex(String digits) {
    return digits.matches("[0-9a-fA-F]{1,256}")
        ? new BigInteger(digits, 16).doubleValue()
        : Double.NaN;
  }
}
