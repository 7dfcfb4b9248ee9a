package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import dev.jongleur.query.Where.Nor;
import dev.jongleur.query.Where.Or;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions whose value was not given (F-226): neither null nor a value. */
final class NotGiven {
  private NotGiven() {}

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

  static void refuse(Where where, ModelDefinition model) {
    for (Comparison comparison : where.comparisons()) {
      if (isIn(comparison)) {
        throw new QueryException(
            "The condition on \""
                + comparison.path()
                + "\" of \""
                + model.name()
                + "\" has no value; without it more rows would be changed than was meant.");
      }
      comparison.within().ifPresent(within -> refuse(within, model));
    }
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
