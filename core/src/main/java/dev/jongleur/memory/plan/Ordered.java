package dev.jongleur.memory.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.memory.plan.Access.Buckets;
import dev.jongleur.memory.plan.Access.Spans;
import dev.jongleur.memory.plan.Plan.Coming;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Order;
import dev.jongleur.query.Sorting;
import java.util.ArrayList;
import java.util.List;

/**
 * The order that a filter asks for: its keys, then the ids. Tells whether what is sorted already
 * comes in it, so that nothing has to be sorted.
 */
final class Ordered {
  private final ModelDefinition model;
  private final List<Order> keys;
  private final boolean isByDistance;

  Ordered(ModelDefinition model, Filter filter) {
    this.model = model;
    this.keys = filter.order();
    this.isByDistance = Sorting.nearest(filter.where()).isPresent();
  }

  Coming coming(Spans spans) {
    if (isByDistance) {
      return Coming.TO_BE_SORTED;
    }
    if (spans.sorted().isById() && (keys.isEmpty() || spans.sorted().paths().isEmpty())) {
      return keys.isEmpty() ? Coming.IN_ORDER : Coming.TO_BE_SORTED;
    }
    List<String> equal = spans.sorted().paths().subList(0, spans.equal());
    List<String> left =
        spans.sorted().paths().subList(spans.equal(), spans.sorted().paths().size());
    return coming(left, wanted(equal), spans.sorted().isById());
  }

  /** Rows of one key come by id; those of several one key after the other. */
  Coming coming(Buckets buckets) {
    boolean isInOrder = !isByDistance && buckets.buckets().size() == 1;
    return isInOrder
        ? coming(List.of(), wanted(buckets.hashed().paths()), false)
        : Coming.TO_BE_SORTED;
  }

  /** The keys that make a difference where some properties have one value only. */
  private List<Order> wanted(List<String> equal) {
    var wanted = new ArrayList<>(keys);
    wanted.removeIf(key -> equal.contains(key.path()));
    boolean endsById =
        model.shape().keySize() == 1
            && wanted.size() > 1
            && !wanted.getLast().descending()
            && !wanted.getLast().ignoreCase()
            && model.idName().filter(wanted.getLast().path()::equals).isPresent();
    return endsById ? wanted.subList(0, wanted.size() - 1) : wanted;
  }

  /** Rows come by what is left, and then by id; never without regard to case. */
  private Coming coming(List<String> left, List<Order> wanted, boolean isById) {
    if (wanted.stream().anyMatch(Order::ignoreCase)) {
      return Coming.TO_BE_SORTED;
    }
    if (wanted.isEmpty()) {
      return left.isEmpty() || isById ? Coming.IN_ORDER : Coming.TO_BE_SORTED;
    }
    if (!left.equals(wanted.stream().map(Order::path).toList())) {
      return byIdAlone(left, wanted);
    }
    if (wanted.stream().noneMatch(Order::descending)) {
      return Coming.IN_ORDER;
    }
    return wanted.stream().allMatch(Order::descending) ? Coming.IN_REVERSE : Coming.TO_BE_SORTED;
  }

  /** Among rows that are equal in all keys of the index, ids are all that is left. */
  private Coming byIdAlone(List<String> left, List<Order> wanted) {
    boolean byId =
        left.isEmpty()
            && model.shape().keySize() == 1
            && !wanted.getFirst().descending()
            && model.idName().filter(wanted.getFirst().path()::equals).isPresent();
    return byId ? Coming.IN_ORDER : Coming.TO_BE_SORTED;
  }
}
