package dev.jongleur.validation;

import dev.jongleur.definition.Validation.Absence;
import dev.jongleur.definition.Validation.Exclusion;
import dev.jongleur.definition.Validation.Format;
import dev.jongleur.definition.Validation.Inclusion;
import dev.jongleur.definition.Validation.Length;
import dev.jongleur.definition.Validation.Numericality;
import dev.jongleur.definition.Validation.Presence;
import dev.jongleur.definition.Validation.ReadableDate;
import dev.jongleur.definition.Validation.Rule;
import dev.jongleur.definition.Validation.Uniqueness;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.query.Regexp;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The rules that need no more than the value (F-334 to F-342). */
final class Rules {
  private Rules() {}

  /** What is wrong with a value by a rule; uniqueness needs the store and finds nothing here. */
  static List<Finding> findings(Rule rule, @Nullable Object value) {
    return switch (rule) {
      case Presence presence -> when(Blank.is(value), Finding.of("presence", "can't be blank"));
      case Absence absence -> when(!Blank.is(value), Finding.of("absence", "can't be set"));
      case ReadableDate date ->
          when(value instanceof Unreadable, Finding.of("date", "is not a valid date"));
      case Length length -> length(length, value);
      case Numericality number -> numericality(number, value);
      case Inclusion inclusion ->
          when(
              !isIn(inclusion.in(), value), Finding.of("inclusion", "is not included in the list"));
      case Exclusion exclusion ->
          when(isIn(exclusion.in(), value), Finding.of("exclusion", "is reserved"));
      case Format format -> when(!fits(format, value), Finding.of("format", "is invalid"));
      case Uniqueness unique -> List.of();
    };
  }

  /** The word for a rule in codes. */
  static String name(Rule rule) {
    return switch (rule) {
      case Presence presence -> "presence";
      case Absence absence -> "absence";
      case ReadableDate date -> "date";
      case Length length -> "length";
      case Numericality number -> "numericality";
      case Inclusion inclusion -> "inclusion";
      case Exclusion exclusion -> "exclusion";
      case Format format -> "format";
      case Uniqueness unique -> "uniqueness";
    };
  }

  private static List<Finding> when(boolean invalid, Finding finding) {
    return invalid ? List.of(finding) : List.of();
  }

  private static List<Finding> length(Length rule, @Nullable Object value) {
    var found = new ArrayList<Finding>();
    int size = size(value);
    if (size >= 0) {
      check(found, rule.min(), bound -> size < bound, "min", "too short");
      check(found, rule.max(), bound -> size > bound, "max", "too long");
      check(found, rule.is(), bound -> size != bound, "is", "length is wrong");
    }
    return found;
  }

  private static void check(
      List<Finding> found,
      OptionalInt bound,
      java.util.function.IntPredicate broken,
      String kind,
      String message) {
    if (bound.isPresent() && broken.test(bound.getAsInt())) {
      found.add(Finding.of("length", kind, message));
    }
  }

  private static int size(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case List<?> list -> list.size();
      case null, default -> -1;
    };
  }

  private static List<Finding> numericality(Numericality rule, @Nullable Object value) {
    if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
      return List.of(Finding.of("numericality", "number", "is not a number"));
    }
    boolean broken = rule.whole() && number.doubleValue() != Math.rint(number.doubleValue());
    return when(broken, Finding.of("numericality", "int", "is not an integer"));
  }

  private static boolean isIn(List<Object> allowed, @Nullable Object value) {
    return allowed.stream().anyMatch(item -> same(item, value));
  }

  private static boolean same(Object item, @Nullable Object value) {
    return item instanceof Number a && value instanceof Number b
        ? a.doubleValue() == b.doubleValue()
        : item.equals(value);
  }

  private static boolean fits(Format format, @Nullable Object value) {
    return (value instanceof String || value instanceof Number)
        && Regexp.found(new Regexp(format.pattern(), format.flags()).compile(), Values.text(value));
  }
}
