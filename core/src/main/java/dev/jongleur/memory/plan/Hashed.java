package dev.jongleur.memory.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.memory.collection.IndexHash;
import dev.jongleur.memory.plan.Access.Buckets;
import dev.jongleur.memory.tree.Tree;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where.Comparison;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows found by the whole of some properties: a hash index.
 *
 * @param types of its paths, each one whose sameness is that of conditions
 */
record Hashed(IndexHash index, List<PropertyType> types) {

  static Hashed by(IndexHash index, ModelDefinition model) {
    return new Hashed(index, Sorted.types(index.keys(), model));
  }

  String name() {
    return index.keys().index().name();
  }

  List<String> paths() {
    return index.keys().paths();
  }

  /** The way through it that some conditions lead to, if they tell its keys whole. */
  Optional<Buckets> through(Conditions conditions) {
    return equal(conditions).or(() -> oneOf(conditions));
  }

  private Optional<Buckets> equal(Conditions conditions) {
    @Nullable Object[] values = new @Nullable Object[paths().size()];
    for (int i = 0; i < values.length; i++) {
      Optional<Comparison> same = conditions.on(paths().get(i), Operator.EQ);
      if (same.isEmpty() || !fits(i, same.get().operand())) {
        return Optional.empty();
      }
      values[i] = same.get().operand();
    }
    return Optional.of(Buckets.of(this, List.of(index.bucket(values)), values.length));
  }

  /** A key for each value of inq, where it is of one property. */
  private Optional<Buckets> oneOf(Conditions conditions) {
    if (paths().size() > 1) {
      return Optional.empty();
    }
    for (Comparison several :
        conditions.comparisons(paths().getFirst(), EnumSet.of(Operator.INQ))) {
      if (several.operand() instanceof List<?> values
          && values.stream().allMatch(value -> fits(0, value))) {
        return Optional.of(Buckets.of(this, buckets(values), 1));
      }
    }
    return Optional.empty();
  }

  private List<Tree> buckets(List<?> values) {
    var buckets = new ArrayList<Tree>(values.size());
    for (Object value : Ways.distinct(values)) {
      buckets.add(index.bucket(value));
    }
    return buckets;
  }

  private boolean fits(int place, @Nullable Object operand) {
    return Operands.fitOrNull(types.get(place), operand);
  }
}
