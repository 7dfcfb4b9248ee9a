package dev.jongleur.entity;

import java.math.BigDecimal;

/** Numbers as JavaScript reads and writes them, since that is what LoopBack's models mean. */
final class JsNumber {
  private static final double EXACT = 1L << 53;

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
    if (!stripped.matches("[+-]?(Infinity|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)")) {
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
    if (number == Math.rint(number) && Math.abs(number) < 1e21) {
      return new BigDecimal(number).toBigInteger().toString();
    }
    double size = Math.abs(number);
    return size >= 1e-6 && size < 1e21
        ? new BigDecimal(Double.toString(number)).toPlainString()
        : Double.toString(number).replace("E", number > 1 ? "e+" : "e");
  }

  private static double readHex(String digits) {
    try {
      return Long.parseLong(digits, 16);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
