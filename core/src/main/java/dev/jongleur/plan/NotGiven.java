package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import dev.jongleur.query.Where.Nor;
import dev.jongleur.query.Where.Or;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions whose value was not given (F-226): neither null nor a value. */
final class NotGiven {
  static final String SETTING = "normalizeUndefinedInQuery";

  private NotGiven() {}

  /** For reading: they limit nothing, unless the setting says otherwise. */
  static Where read(Where where, Flags flags) {
    return isWhole(where) ? where : handled(where, flags);
  }

  private static Where handled(Where where, Flags flags) {
    return switch (Handling.of(flags)) {
      case IGNORE -> passOver(where);
      case NULLIFY -> nullified(where);
      case THROW -> refuse(where, flags.model(), "the setting \"" + SETTING + "\" refuses it.");
    };
  }

  /** For changing: they are refused, unless the setting says that they mean null (F-192). */
  static Where change(Where where, Flags flags) {
    if (isWhole(where)) {
      return where;
    }
    return Handling.of(flags) == Handling.NULLIFY
        ? nullified(where)
        : refuse(where, flags.model(), "without it more rows would be changed than was meant.");
  }

  /** What becomes of them, by the setting. */
  enum Handling {
    IGNORE,
    NULLIFY,
    THROW;

    static Handling of(Flags flags) {
      return switch (String.valueOf(flags.value(SETTING).orElse("ignore"))) {
        case "ignore" -> IGNORE;
        case "nullify" -> NULLIFY;
        case "throw" -> THROW;
        case String other ->
            throw new QueryException(
                "\"" + SETTING + "\" is ignore, nullify or throw, not \"" + other + "\".");
      };
    }
  }

  /** The same where with null in their place. */
  private static Where nullified(Where where) {
    return switch (where) {
      case And(var parts) -> new And(nullified(parts));
      case Or(var parts) -> new Or(nullified(parts));
      case Nor(var parts) -> new Nor(nullified(parts));
      case Comparison comparison -> nullified(comparison);
    };
  }

  private static List<Where> nullified(List<Where> parts) {
    return parts.stream().map(NotGiven::nullified).toList();
  }

  private static Comparison nullified(Comparison comparison) {
    return switch (comparison.operand()) {
      case Nothing.UNDEFINED -> comparison.withOperand(null);
      case List<?> list -> comparison.withOperand(Collections.unmodifiableList(nulls(list)));
      case Where within -> comparison.withOperand(nullified(within));
      case null, default -> comparison;
    };
  }

  private static List<@Nullable Object> nulls(List<?> values) {
    var all = new ArrayList<@Nullable Object>(values.size());
    values.forEach(value -> all.add(isNotGiven(value) ? null : value));
    return all;
  }

  /** The same where without them. */
  static Where passOver(Where where) {
    return given(where).orElse(Where.all());
  }

  /** What is left of a condition; empty when it was not given. */
  private static Optional<Where> given(Where where) {
    return switch (where) {
      case And(var parts) -> Optional.of(new And(given(parts).toList()));
      // One that is not given limits nothing: then neither does the whole.
      case Or(var parts) -> Optional.of(new Or(parts.stream().map(NotGiven::passOver).toList()));
      case Nor(var parts) when parts.isEmpty() -> Optional.of(where);
      case Nor(var parts) ->
          Optional.of(given(parts).toList()).filter(some -> !some.isEmpty()).map(Nor::new);
      case Comparison comparison when isIn(comparison) -> Optional.empty();
      case Comparison comparison ->
          Optional.of(
              comparison
                  .within()
                  .map(within -> comparison.withOperand(passOver(within)))
                  .orElse(comparison));
    };
  }

  private static Stream<Where> given(List<Where> parts) {
    return parts.stream().map(NotGiven::given).flatMap(Optional::stream);
  }

  private static Where refuse(Where where, ModelDefinition model, String why) {
    for (Comparison comparison : where.comparisons()) {
      if (isIn(comparison)) {
        throw new QueryException(
            "The condition on \""
                + comparison.path()
                + "\" of \""
                + model.name()
                + "\" has no value; "
                + why);
      }
      comparison.within().ifPresent(within -> refuse(within, model, why));
    }
    return where;
  }

  /** Whether everything in it was given. */
  private static boolean isWhole(Where where) {
    return switch (where) {
      case And(var parts) -> areWhole(parts);
      case Or(var parts) -> areWhole(parts);
      case Nor(var parts) -> areWhole(parts);
      case Comparison comparison when comparison.operand() instanceof Where within ->
          isWhole(within);
      case Comparison comparison -> !isIn(comparison);
    };
  }

  private static boolean areWhole(List<Where> parts) {
    for (Where part : parts) {
      if (!isWhole(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(Comparison comparison) {
    return isNotGiven(comparison.operand())
        || comparison.operand() instanceof List<?> list
            && list.stream().anyMatch(NotGiven::isNotGiven);
  }

  private static boolean isNotGiven(@Nullable Object operand) {
    return operand == Nothing.UNDEFINED;
  }
}
