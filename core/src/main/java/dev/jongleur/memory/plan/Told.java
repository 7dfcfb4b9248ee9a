package dev.jongleur.memory.plan;

import dev.jongleur.memory.plan.Access.Buckets;
import dev.jongleur.memory.plan.Access.Spans;
import dev.jongleur.memory.plan.Access.Union;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan in words. */
final class Told {
  private Told() {}

  static List<String> steps(Plan plan, Filter filter) {
    var steps = new ArrayList<String>();
    steps.add(
        access(plan.access()) + (plan.order() == Plan.Coming.IN_REVERSE ? ", backwards" : ""));
    if (!plan.isExact()) {
      steps.add("keep those that match");
    }
    if (!plan.isSorted()) {
      steps.add("sort by " + order(filter) + (filter.limit() > 0 ? ", keeping the first" : ""));
    }
    if (filter.limit() > 0 || filter.skip() > 0) {
      steps.add("skip " + filter.skip() + ", limit " + filter.limit());
    }
    return steps;
  }

  private static String order(Filter filter) {
    return filter.order().isEmpty()
        ? "id, or the distance"
        : filter.order().stream().map(Order::toString).collect(Collectors.joining(", "));
  }

  private static String access(Access access) {
    return switch (access) {
      case Spans spans when spans.isWhole() ->
          "all " + spans.count() + " rows by " + spans.sorted().name();
      case Spans spans ->
          spans.count() + " rows in " + spans.spans().size() + " spans of " + spans.sorted().name();
      case Buckets buckets ->
          buckets.count()
              + " rows of "
              + buckets.buckets().size()
              + " keys of "
              + buckets.hashed().name();
      case Union union ->
          union.ways().stream().map(Told::access).collect(Collectors.joining(", and "));
    };
  }

  /** What is used to find rows or to have them in order. */
  static List<String> indexes(Plan plan) {
    return names(plan.access()).distinct().toList();
  }

  private static Stream<String> names(Access access) {
    return switch (access) {
      case Spans spans when spans.isWhole() && spans.sorted().isById() -> Stream.of();
      case Spans spans -> Stream.of(spans.sorted().name());
      case Buckets buckets -> Stream.of(buckets.hashed().name());
      case Union union -> union.ways().stream().flatMap(Told::names);
    };
  }
}
