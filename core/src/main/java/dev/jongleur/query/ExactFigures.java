package dev.jongleur.query;

import dev.jongleur.entity.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;

/** What sums of whole and decimal numbers come to, whoever added them up. Stateless. */
public final class ExactFigures {
  private ExactFigures() {}

  /** A sum of whole numbers: a {@code Long} where one is enough. */
  public static Number whole(BigDecimal sum) {
    return Numbers.operand(plain(sum));
  }

  /** A sum of decimals. */
  public static BigDecimal decimal(BigDecimal sum) {
    return plain(sum);
  }

  /** The mean of numbers with this sum, to 34 digits. */
  public static BigDecimal mean(BigDecimal sum, long count) {
    return plain(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
  }

  /** Without zeros behind the point, however many the numbers were written with. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
