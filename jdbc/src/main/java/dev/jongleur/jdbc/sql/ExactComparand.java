package dev.jongleur.jdbc.sql;

import dev.jongleur.entity.Dates;
import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Uuids;
import dev.jongleur.entity.Values;
import dev.jongleur.jdbc.sql.Comparand.Foreign;
import dev.jongleur.jdbc.sql.Comparand.Unclear;
import dev.jongleur.jdbc.sql.Comparand.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Operands beside columns of the exact types. */
final class ExactComparand {
  private ExactComparand() {}

  /** For sameness with whole numbers: text is the same as the number that prints as it. */
  static Comparand whole(Object operand) {
    if (operand instanceof Instant || operand instanceof LocalDate) {
      return new Foreign();
    }
    boolean isNumber = operand instanceof Number;
    Optional<BigDecimal> number = Numbers.read(isNumber ? operand : Values.text(operand));
    if (number.isPresent() && Numbers.operand(number.get()) instanceof Long whole) {
      boolean printsSo = isNumber || whole.toString().equals(Values.text(operand));
      return printsSo ? new Value(whole) : new Foreign();
    }
    return new Foreign();
  }

  /** For sameness with decimals: text is the same when it reads as the same decimal. */
  static Comparand decimal(Object operand) {
    if (operand instanceof Instant || operand instanceof LocalDate) {
      return new Foreign();
    }
    return Numbers.read(operand instanceof Number ? operand : Values.text(operand))
        .<Comparand>map(Value::new)
        .orElse(new Foreign());
  }

  /** Infinite bounds are for the matcher. */
  static Comparand ordered(Number number) {
    if (Numbers.isNaN(number)) {
      return new Foreign();
    }
    return Numbers.read(number).<Comparand>map(Value::new).orElse(new Unclear());
  }

  static Comparand day(Object operand) {
    Optional<LocalDate> day =
        switch (operand) {
          case LocalDate date -> Optional.of(date);
          case String text -> Dates.day(text);
          default -> Optional.empty();
        };
    return day.<Comparand>map(Value::new).orElse(new Foreign());
  }

  /**
   * Text that is a uuid in another case is left to the matcher: order and sameness differ on it.
   */
  static Comparand uuid(Object operand) {
    return switch (operand) {
      case UUID uuid -> new Value(uuid);
      case String text when Uuids.read(text).isPresent() -> new Unclear();
      default -> new Foreign();
    };
  }
}
