package dev.jongleur.json.schema;

import static dev.jongleur.json.schema.TypeSchema.either;
import static dev.jongleur.json.schema.TypeSchema.plain;
import static dev.jongleur.json.schema.TypeSchema.put;

import dev.jongleur.definition.DecimalType;
import java.util.Map;

/** The exact numbers: those whose digits a double would lose are text (decision 24). */
final class NumberSchema {
  /** Beyond it a number is text (2^53). */
  private static final long SAFE = 1L << 53;

  /** What a bound or step can be written for as a number. */
  private static final int MOST_DIGITS = 100;

  private NumberSchema() {}

  static Map<String, Object> integer() {
    return between(plain("integer"), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  static Map<String, Object> longer() {
    return either(
        between(plain("integer"), -SAFE, SAFE), put(plain("string"), "pattern", "^-?[0-9]{1,19}$"));
  }

  /** Shown as text with all digits behind the point; sent with as many as it has, as either. */
  static Map<String, Object> decimal(DecimalType type, boolean sent) {
    Map<String, Object> text = put(plain("string"), "pattern", pattern(type, sent));
    return sent && type.precision() <= MOST_DIGITS ? either(number(type), text) : text;
  }

  private static Map<String, Object> number(DecimalType type) {
    Map<String, Object> number = plain("number");
    if (type.isBounded()) {
      double bound = power(type.precision() - type.scale());
      number.put("exclusiveMinimum", -bound);
      number.put("exclusiveMaximum", bound);
      number.put("multipleOf", power(-type.scale()));
    }
    return number;
  }

  private static double power(int digits) {
    return Double.parseDouble("1e" + digits);
  }

  private static String pattern(DecimalType type, boolean sent) {
    if (!type.isBounded()) {
      String digits = "[0-9]{1," + DecimalType.MOST_DIGITS + "}";
      return "^-?" + digits + "(\\." + digits + ")?$";
    }
    int before = type.precision() - type.scale();
    String whole = before == 0 ? "^-?0" : "^-?[0-9]{1," + before + "}";
    if (type.scale() == 0) {
      return whole + "$";
    }
    return sent
        ? whole + "(\\.[0-9]{1," + type.scale() + "})?$"
        : whole + "\\.[0-9]{" + type.scale() + "}$";
  }

  static Map<String, Object> between(Map<String, Object> number, long least, long most) {
    return put(put(number, "minimum", least), "maximum", most);
  }
}
