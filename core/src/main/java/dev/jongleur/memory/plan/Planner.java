package dev.jongleur.memory.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.memory.collection.BuiltIndex;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.IndexHash;
import dev.jongleur.memory.collection.IndexTree;
import dev.jongleur.memory.collection.Layout;
import dev.jongleur.memory.plan.Access.Buckets;
import dev.jongleur.memory.plan.Access.Spans;
import dev.jongleur.memory.plan.Access.Union;
import dev.jongleur.memory.plan.Plan.Coming;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Or;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses how a question is answered. Counting what an index leads to costs next to nothing, so
 * that it need not guess: it takes the way that reads the fewest rows, where sorting counts too.
 */
final class Planner {
  private final ModelDefinition model;
  private final Filter filter;
  private final Conditions conditions;
  private final Ordered ordered;
  private final List<Sorted> sorted = new ArrayList<>();
  private final List<Hashed> hashed = new ArrayList<>();

  private Planner(Collection rows, ModelDefinition model, Filter filter) {
    this.model = model;
    this.filter = filter;
    this.conditions = Conditions.of(filter.where());
    this.ordered = new Ordered(model, filter);
    boolean isKeyed = model.hasKey() && rows.isKeyedAs(model);
    sorted.add(Sorted.byId(rows.rows(), model, isKeyed));
    if (isKeyed) {
      rows.layout(model).map(Layout::indexes).orElse(List.of()).forEach(this::add);
    }
  }

  private void add(BuiltIndex index) {
    if (index.keys().isOrdered()) {
      switch (index) {
        case IndexTree tree -> sorted.add(Sorted.by(tree, model));
        case IndexHash hash -> hashed.add(Hashed.by(hash, model));
      }
    }
  }

  static Plan plan(Collection rows, ModelDefinition model, Filter filter) {
    return new Planner(rows, model, filter).best();
  }

  private Plan best() {
    List<Access> ways = ways();
    int matching = ways.stream().mapToInt(Access::count).min().orElseThrow();
    Plan best = plan(ways.getFirst());
    double least = cost(best, matching);
    for (Access way : ways.subList(1, ways.size())) {
      Plan other = plan(way);
      double cost = cost(other, matching);
      if (cost < least) {
        best = other;
        least = cost;
      }
    }
    return best;
  }

  /** Reading all rows by id comes first; an index as a whole may be of use for its order. */
  private List<Access> ways() {
    var ways = new ArrayList<Access>();
    ways.add(Spans.whole(sorted.getFirst()));
    for (Sorted each : sorted) {
      Optional<Spans> way = Ways.through(each, conditions);
      way.ifPresent(ways::add);
      if (way.isEmpty() && !each.isById() && !filter.order().isEmpty()) {
        ways.add(Spans.whole(each));
      }
    }
    hashed.forEach(each -> each.through(conditions).ifPresent(ways::add));
    conditions.choices().forEach(or -> union(or).ifPresent(ways::add));
    return ways;
  }

  /** Rows that one of several ways leads to, when each alternative has one. */
  private Optional<Union> union(Or or) {
    var parts = new ArrayList<Access>();
    for (Where alternative : or.parts()) {
      Optional<Access> way = narrowest(Conditions.of(alternative));
      if (way.isEmpty()) {
        return Optional.empty();
      }
      parts.add(way.get());
    }
    return sorted.getFirst().paths().isEmpty() ? Optional.empty() : Optional.of(Union.of(parts));
  }

  private Optional<Access> narrowest(Conditions some) {
    Stream<Access> spans = sorted.stream().flatMap(each -> Ways.through(each, some).stream());
    Stream<Access> buckets = hashed.stream().flatMap(each -> each.through(some).stream());
    return Stream.concat(spans, buckets).min(Comparator.comparingInt(Access::count));
  }

  private Plan plan(Access access) {
    return switch (access) {
      case Union union -> new Plan(union, Coming.TO_BE_SORTED, false);
      case Spans spans ->
          new Plan(spans, ordered.coming(spans), spans.covered() == conditions.size());
      case Buckets buckets ->
          new Plan(buckets, ordered.coming(buckets), buckets.covered() == conditions.size());
    };
  }

  /**
   * How many rows are looked at, and a little for sorting them.
   *
   * @param matching at most so many rows match, as the narrowest way shows
   */
  private double cost(Plan plan, int matching) {
    int count = plan.access().count();
    if (!plan.isSorted()) {
      return count * 1.5 + 1;
    }
    if (filter.limit() == 0) {
      return count;
    }
    double wanted = (double) filter.limit() + filter.skip();
    double perMatch = plan.isExact() ? 1 : (double) count / Math.max(1, matching);
    return Math.min(count, wanted * perMatch);
  }
}
