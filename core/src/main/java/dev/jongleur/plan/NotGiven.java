package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions whose value was not given (F-226): neither null nor a value. */
final class NotGiven {
  private NotGiven() {}

  /** The same where without them. */
  static Where passOver(Where where) {
    return where.map(
        part -> part instanceof Comparison comparison && isIn(comparison) ? Where.all() : part);
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
