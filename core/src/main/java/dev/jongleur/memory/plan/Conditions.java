package dev.jongleur.memory.plan;

import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import dev.jongleur.query.Where.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions that every row must meet, out of a where. Immutable. */
record Conditions(List<Where> parts) {
  static Conditions of(Where where) {
    var parts = new ArrayList<Where>();
    collect(where, parts);
    return new Conditions(parts);
  }

  private static void collect(Where where, List<Where> parts) {
    if (where instanceof And(List<Where> inner)) {
      inner.forEach(part -> collect(part, parts));
    } else {
      parts.add(where);
    }
  }

  int size() {
    return parts.size();
  }

  /** The first comparison on a path by an operator. */
  Optional<Comparison> on(String path, Operator operator) {
    return comparisons(path, Set.of(operator)).stream().findFirst();
  }

  List<Comparison> comparisons(String path, Set<Operator> operators) {
    var found = new ArrayList<Comparison>();
    for (Where part : parts) {
      if (part instanceof Comparison comparison
          && operators.contains(comparison.operator())
          && comparison.path().equals(path)) {
        found.add(comparison);
      }
    }
    return found;
  }

  List<Or> choices() {
    var found = new ArrayList<Or>();
    for (Where part : parts) {
      if (part instanceof Or or) {
        found.add(or);
      }
    }
    return found;
  }
}
