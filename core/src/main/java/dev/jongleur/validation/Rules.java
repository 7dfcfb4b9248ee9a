package dev.jongleur.validation;

import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Validation.Absence;
import dev.jongleur.definition.Validation.Custom;
import dev.jongleur.definition.Validation.Exclusion;
import dev.jongleur.definition.Validation.Format;
import dev.jongleur.definition.Validation.Inclusion;
import dev.jongleur.definition.Validation.Length;
import dev.jongleur.definition.Validation.Numericality;
import dev.jongleur.definition.Validation.Presence;
import dev.jongleur.definition.Validation.ReadableDate;
import dev.jongleur.definition.Validation.Rule;
import dev.jongleur.definition.Validation.Uniqueness;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Dates;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.query.Regexp;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what is decided by a value ready (F-334 to F-342): patterns compiled, lists hashed. */
final class Rules {
  static final ValueRule PRESENCE = ValueRule.of("presence", "", value -> !Blank.is(value));
  static final ValueRule ABSENCE = ValueRule.of("absence", "", Blank::is);
  static final ValueRule DATE = ValueRule.of("date", "", Rules::isDate);

  /** A list whose items are dates that could be read. */
  static final ValueRule DATES = ValueRule.of("date", "", value -> !hasUnreadable(value));

  private Rules() {}

  /** What a rule finds in a value; what asks somebody finds nothing here. */
  static ValueRule of(Rule rule) {
    return switch (rule) {
      case Presence _ -> PRESENCE;
      case Absence _ -> ABSENCE;
      case ReadableDate _ -> DATE;
      case Length length -> new Lengths(length);
      case Numericality number -> number.whole() ? Rules::wholeNumber : Rules::number;
      case Inclusion(var values) -> {
        var in = new Listed(values);
        yield ValueRule.of("inclusion", "", in::has);
      }
      case Exclusion(var values) -> {
        var in = new Listed(values);
        yield ValueRule.of("exclusion", "", value -> !in.has(value));
      }
      case Format format -> format(format);
      case Uniqueness _, Custom _ -> ValueRule.NONE;
    };
  }

  /** The word for a rule in codes. */
  static String name(Rule rule) {
    return switch (rule) {
      case Presence _ -> "presence";
      case Absence _ -> "absence";
      case ReadableDate _ -> "date";
      case Length _ -> "length";
      case Numericality _ -> "numericality";
      case Inclusion _ -> "inclusion";
      case Exclusion _ -> "exclusion";
      case Format _ -> "format";
      case Uniqueness _ -> "uniqueness";
      case Custom _ -> "custom";
    };
  }

  private static ValueRule format(Format format) {
    Pattern pattern = new Regexp(format.pattern(), format.flags()).compile();
    return ValueRule.of("format", "", value -> fits(pattern, value));
  }

  private static boolean fits(Pattern pattern, @Nullable Object value) {
    return switch (value) {
      case String text -> Regexp.found(pattern, text);
      case Number number -> Regexp.found(pattern, Values.text(number));
      case null, default -> false;
    };
  }

  private static final List<Finding> NO_NUMBER = List.of(new Finding("numericality", "number"));
  private static final List<Finding> NOT_WHOLE = List.of(new Finding("numericality", "int"));

  private static List<Finding> number(@Nullable Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? List.of()
        : NO_NUMBER;
  }

  private static List<Finding> wholeNumber(@Nullable Object value) {
    if (!(value instanceof Number number) || !number(value).isEmpty()) {
      return NO_NUMBER;
    }
    double amount = number.doubleValue();
    boolean isWhole =
        number instanceof BigDecimal exact
            ? exact.stripTrailingZeros().scale() <= 0
            : amount == Math.rint(amount);
    return isWhole ? List.of() : NOT_WHOLE;
  }

  /** F-340: nothing, a date, or what can be read as one. */
  private static boolean isDate(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Nothing _ -> true;
      case TemporalAccessor _ -> true;
      case Unreadable _ -> false;
      case DateText text -> Dates.read(text.when()).isPresent();
      default -> Values.read(ScalarType.DATE, value, ModelLookup.NONE) instanceof Instant;
    };
  }

  private static boolean hasUnreadable(@Nullable Object value) {
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Unreadable) {
          return true;
        }
      }
    }
    return false;
  }

  /** How long a value is; -1 when it has no length. */
  static int size(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case List<?> list -> list.size();
      case Binary bytes -> bytes.size();
      case null, default -> -1;
    };
  }
}
