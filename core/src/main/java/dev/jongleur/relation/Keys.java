package dev.jongleur.relation;

import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Values;
import java.math.BigDecimal;
import java.util.UUID;

/** Keys compared tolerantly: the same number as text or as a number is the same key (F-080). */
final class Keys {
  private Keys() {}

  static Object of(Object key) {
    return switch (key) {
      case BigDecimal decimal -> Values.text(Numbers.operand(decimal.stripTrailingZeros()));
      case Number number -> Values.text(number);
      case UUID uuid -> uuid.toString();
      default -> key;
    };
  }
}
