package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Near;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import dev.jongleur.query.Where.Nor;
import dev.jongleur.query.Where.Or;
import java.util.List;

/**
 * Parts of a condition that say nothing, and so make a mass change wider than it reads: an empty
 * and, nor or part of an or, a near without a distance. Who means every row says so: {@code
 * {}}, in Java {@code all()}.
 */
final class EmptyParts {
  private final ModelDefinition model;

  private EmptyParts(ModelDefinition model) {
    this.model = model;
  }

  static void refuse(Where where, ModelDefinition model) {
    if (!where.isAll()) {
      new EmptyParts(model).check(where, false);
    }
  }

  /** Looks for what widens: what always holds, or under a not what never does. */
  private void check(Where where, boolean negated) {
    switch (where) {
      case And(var parts) -> check(parts, negated, !negated, "and");
      case Or(var parts) -> check(parts, negated, negated, "or");
      case Nor(var parts) -> check(parts, !negated, !negated, "nor");
      case Comparison comparison -> check(comparison, negated);
    }
  }

  private void check(List<Where> parts, boolean negated, boolean widensEmpty, String group) {
    if (parts.isEmpty() && widensEmpty) {
      throw refused("an empty \"" + group + "\", or an empty part of one,");
    }
    parts.forEach(part -> check(part, negated));
  }

  private void check(Comparison comparison, boolean negated) {
    comparison.within().filter(inner -> !inner.isAll()).ifPresent(inner -> check(inner, negated));
    if (!negated && comparison.operand() instanceof Near near && isAnywhere(near)) {
      throw refused("\"near\" on \"" + comparison.path() + "\" without a distance");
    }
    if (negated && comparison.operator() == Operator.EXTENDED) {
      throw refused("the opposite of an operator that only a backend knows");
    }
  }

  private static boolean isAnywhere(Near near) {
    return near.maxDistance().isEmpty() && near.minDistance().isEmpty();
  }

  private QueryException refused(String what) {
    return new QueryException(
        "The condition on \""
            + model.name()
            + "\" has "
            + what
            + " that limits nothing; more rows would be changed than was meant.");
  }
}
