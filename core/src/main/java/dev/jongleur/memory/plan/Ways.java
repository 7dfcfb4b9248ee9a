package dev.jongleur.memory.plan;

import dev.jongleur.definition.PropertyType;
import dev.jongleur.memory.collection.Composite;
import dev.jongleur.memory.collection.Keys;
import dev.jongleur.memory.plan.Access.Spans;
import dev.jongleur.memory.tree.Place;
import dev.jongleur.memory.tree.Span;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where.Comparison;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The way through what is sorted that some conditions lead to, if they lead to any. */
final class Ways {
  private static final Set<Operator> RANGES =
      EnumSet.of(Operator.GT, Operator.GTE, Operator.LT, Operator.LTE, Operator.BETWEEN);

  private final Sorted sorted;
  private final Conditions conditions;
  private final List<@Nullable Object> prefix = new ArrayList<>();
  private int covered;

  private Ways(Sorted sorted, Conditions conditions) {
    this.sorted = sorted;
    this.conditions = conditions;
  }

  static Optional<Spans> through(Sorted sorted, Conditions conditions) {
    return new Ways(sorted, conditions).find();
  }

  private Optional<Spans> find() {
    while (prefix.size() < sorted.paths().size() && addEqual()) {}
    int equal = prefix.size();
    if (equal < sorted.paths().size()) {
      Optional<List<Span>> spans = oneOf().or(this::range).or(this::beginning);
      if (spans.isPresent()) {
        return Optional.of(Spans.of(sorted, spans.get(), equal, covered));
      }
    }
    return equal == 0
        ? Optional.empty()
        : Optional.of(Spans.of(sorted, List.of(Span.at(key())), equal, covered));
  }

  private String path() {
    return sorted.paths().get(prefix.size());
  }

  private PropertyType type() {
    return sorted.types().get(prefix.size());
  }

  private boolean addEqual() {
    Optional<Comparison> equal =
        conditions
            .on(path(), Operator.EQ)
            .filter(condition -> Operands.fitOrNull(type(), condition.operand()));
    equal.ifPresent(condition -> {
      prefix.add(condition.operand());
      covered++;
    });
    return equal.isPresent();
  }

  /** A span for each value of inq, in their order. */
  private Optional<List<Span>> oneOf() {
    for (Comparison condition : conditions.comparisons(path(), EnumSet.of(Operator.INQ))) {
      if (condition.operand() instanceof List<?> values
          && values.stream().allMatch(value -> Operands.fitOrNull(type(), value))) {
        covered++;
        return Optional.of(distinct(values).stream().map(value -> Span.at(key(value))).toList());
      }
    }
    return Optional.empty();
  }

  static List<@Nullable Object> distinct(List<?> values) {
    var sorted = new TreeSet<@Nullable Object>(Keys::compare);
    sorted.addAll(values);
    return new ArrayList<>(sorted);
  }

  /** Where all conditions meet that ask for less or more. */
  private Optional<List<Span>> range() {
    List<Comparison> ranges = conditions.comparisons(path(), RANGES);
    if (ranges.isEmpty() || !ranges.stream().allMatch(this::isRange)) {
      return Optional.empty();
    }
    Place low = Place.before(key(Operands.least(type())));
    Optional<Place> high = end();
    for (Comparison range : ranges) {
      Place from = low(range).orElse(low);
      low = Operands.outer(low, from, true);
      Optional<Place> to = high(range);
      high =
          high.isPresent() && to.isPresent()
              ? Optional.of(Operands.outer(high.get(), to.get(), false))
              : high.or(() -> to);
    }
    covered += ranges.size();
    return Optional.of(List.of(new Span(Optional.of(low), high)));
  }

  private boolean isRange(Comparison range) {
    return range.operator() == Operator.BETWEEN
        ? range.operand() instanceof List<?> ends
            && ends.size() == 2
            && ends.stream().allMatch(end -> Operands.fit(type(), end))
        : Operands.fit(type(), range.operand());
  }

  /** Behind the last value of this type; what is equal before it has an end as well. */
  private Optional<Place> end() {
    Optional<Place> greatest = Operands.greatest(type()).map(value -> Place.after(key(value)));
    return greatest.isPresent() || prefix.isEmpty() ? greatest : Optional.of(Place.after(key()));
  }

  private Optional<Place> low(Comparison range) {
    return switch (range.operator()) {
      case GT -> Optional.of(Place.after(key(range.operand())));
      case GTE -> Optional.of(Place.before(key(range.operand())));
      case BETWEEN -> Optional.of(Place.before(key(ends(range).getFirst())));
      default -> Optional.empty();
    };
  }

  private Optional<Place> high(Comparison range) {
    return switch (range.operator()) {
      case LT -> Optional.of(Place.before(key(range.operand())));
      case LTE -> Optional.of(Place.after(key(range.operand())));
      case BETWEEN -> Optional.of(Place.after(key(ends(range).getLast())));
      default -> Optional.empty();
    };
  }

  private static List<?> ends(Comparison range) {
    return (List<?>) java.util.Objects.requireNonNull(range.operand());
  }

  /** Text that begins as a like pattern does; whether all of it fits is still to be seen. */
  private Optional<List<Span>> beginning() {
    for (Comparison condition : conditions.comparisons(path(), EnumSet.of(Operator.LIKE))) {
      String begins = Beginning.of(String.valueOf(condition.operand()));
      if (!begins.isEmpty() && Operands.isText(type())) {
        Optional<Place> next = Beginning.next(begins).map(text -> Place.before(key(text)));
        return Optional.of(
            List.of(new Span(Optional.of(Place.before(key(begins))), next.or(this::end))));
      }
    }
    return Optional.empty();
  }

  private @Nullable Object key() {
    return sorted.paths().size() == 1 ? prefix.getFirst() : Composite.of(prefix.toArray());
  }

  private @Nullable Object key(@Nullable Object next) {
    if (sorted.paths().size() == 1 && prefix.isEmpty()) {
      return next;
    }
    var parts = new ArrayList<>(prefix);
    parts.add(next);
    return Composite.of(parts.toArray());
  }
}
