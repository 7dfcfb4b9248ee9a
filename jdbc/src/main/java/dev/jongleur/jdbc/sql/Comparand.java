package dev.jongleur.jdbc.sql;

import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Dates;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Values;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.Storage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operand, never null, is beside the values of a column, so that SQL's comparison means
 * what {@code Compare} in core means.
 */
sealed interface Comparand {
  /** Bind this. */
  record Value(Object value) implements Comparand {}

  /** No value of the column is the same, or none can be ordered against it. */
  record Foreign() implements Comparand {}

  /** Only the matcher can tell. */
  record Unclear() implements Comparand {}

  /** For eq, neq, inq and nin: text and number are the same when they read the same. */
  static Comparand forSameness(Column column, Object operand) {
    if (!column.exact() || !isKnown(operand)) {
      return new Unclear();
    }
    if (operand instanceof Map || operand instanceof List) {
      return new Foreign();
    }
    return switch (column.storage()) {
      case TEXT -> isReadFromText(operand) ? new Unclear() : new Value(Values.text(operand));
      case DATE_TEXT -> dateText(operand);
      case NUMBER, WHOLE -> within(column, number(column.storage(), operand));
      case EXACT -> within(column, ExactComparand.whole(operand));
      case DECIMAL -> ExactComparand.decimal(operand);
      case DAY -> ExactComparand.day(operand);
      case UUID -> ExactComparand.uuid(operand);
      case BOOLEAN -> flag(operand);
      case INSTANT -> instant(operand);
      case BYTES -> operand instanceof Binary ? new Value(operand) : new Unclear();
      case LOCAL_INSTANT, JSON -> new Unclear();
    };
  }

  /** For gt, gte, lt, lte and between: only values of one kind have an order. */
  static Comparand forOrder(Column column, Object operand, boolean textByCodeUnits) {
    if (!column.exact() || !isKnown(operand)) {
      return new Unclear();
    }
    return switch (column.storage()) {
      case TEXT -> text(operand, textByCodeUnits);
      case NUMBER, WHOLE -> operand instanceof Number number ? ordered(number) : new Foreign();
      case EXACT, DECIMAL ->
          operand instanceof Number number ? ExactComparand.ordered(number) : new Foreign();
      case DAY -> ExactComparand.day(operand);
      case UUID -> ExactComparand.uuid(operand);
      case BOOLEAN -> operand instanceof Boolean ? new Value(operand) : new Foreign();
      case INSTANT -> instant(operand);
      case DATE_TEXT, BYTES -> new Foreign();
      case LOCAL_INSTANT, JSON -> new Unclear();
    };
  }

  /** A whole number that the column cannot hold is in no row. */
  private static Comparand within(Column column, Comparand comparand) {
    return comparand instanceof Value(Long whole) && !column.takes(whole)
        ? new Foreign()
        : comparand;
  }

  private static boolean isKnown(Object operand) {
    return switch (operand) {
      case String text -> true;
      case Number number -> true;
      case Boolean flag -> true;
      case Instant at -> true;
      case DateText text -> true;
      case Binary bytes -> true;
      case LocalDate day -> true;
      case UUID uuid -> true;
      case GeoPoint point -> true;
      case Map<?, ?> map -> true;
      case List<?> list -> true;
      default -> false;
    };
  }

  private static Comparand text(Object operand, boolean byCodeUnits) {
    return switch (operand) {
      case String text when byCodeUnits -> new Value(text);
      case String text -> new Unclear();
      case Instant _, LocalDate _, UUID _ -> new Unclear();
      default -> new Foreign();
    };
  }

  /** Whether texts of several spellings are the same as it. */
  private static boolean isReadFromText(Object operand) {
    return operand instanceof Instant || operand instanceof BigDecimal;
  }

  private static Comparand ordered(Number number) {
    if (Double.isNaN(number.doubleValue())) {
      return new Foreign();
    }
    return Numbers.same(number, number.doubleValue()) ? new Value(number) : new Unclear();
  }

  private static Comparand number(Storage storage, Object operand) {
    return switch (operand) {
      case Number number when Double.isNaN(number.doubleValue()) -> new Foreign();
      case Number number when storage == Storage.WHOLE -> whole(number);
      case Number number when Numbers.same(number, number.doubleValue()) ->
          new Value(number.doubleValue() + 0.0);
      case Number number -> new Foreign();
      case Instant at -> new Foreign();
      default -> read(storage, Values.text(operand));
    };
  }

  /** Text is the same as the number that prints as it. */
  private static Comparand read(Storage storage, String text) {
    Object number = Values.read(ScalarType.NUMBER, text, ModelLookup.NONE);
    if (text.equals("NaN") || !(number instanceof Number found)) {
      return new Unclear();
    }
    return Values.text(found).equals(text) ? number(storage, found) : new Foreign();
  }

  private static Comparand whole(Number number) {
    double size = Math.abs(number.doubleValue());
    if (size != Math.rint(size) || !Numbers.same(number, number.doubleValue())) {
      return new Foreign();
    }
    return size < 0x1p53 ? new Value(number.longValue()) : new Unclear();
  }

  private static Comparand flag(Object operand) {
    return switch (operand) {
      case Boolean flag -> new Value(flag);
      case Instant at -> new Foreign();
      default ->
          switch (Values.text(operand)) {
            case "true" -> new Value(true);
            case "false" -> new Value(false);
            default -> new Foreign();
          };
    };
  }

  private static Comparand instant(Object operand) {
    Optional<Instant> at =
        switch (operand) {
          case Instant instant -> Optional.of(instant);
          case String text -> Dates.read(text);
          default -> Optional.empty();
        };
    return at.<Comparand>map(Value::new).orElse(new Foreign());
  }

  /** Compares as text, but for an instant, which no datestring is the same as. */
  private static Comparand dateText(Object operand) {
    if (operand instanceof Instant || operand instanceof LocalDate) {
      return new Foreign();
    }
    if (operand instanceof BigDecimal) {
      return new Unclear();
    }
    return Dates.read(Values.text(operand)).isPresent()
        ? new Value(new DateText(Values.text(operand)))
        : new Foreign();
  }
}
