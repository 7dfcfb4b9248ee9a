package dev.jongleur.testkit.run;

import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Filters and wheres as text that is equal when they mean the same: however conditions were joined,
 * in whatever order.
 */
final class QuestionText {
  private QuestionText() {}

  static String of(Filter filter) {
    return of(filter.where())
        + " order "
        + filter.order()
        + " limit "
        + filter.limit()
        + " skip "
        + filter.skip()
        + " fields "
        + of(filter.fields())
        + " include "
        + of(filter.include(), include -> include.relation() + "(" + of(include.scope()) + ")");
  }

  static String of(Where where) {
    return switch (where) {
      case Where.And(var parts) when parts.size() == 1 -> of(parts.getFirst());
      case Where.And(var parts) -> "and" + of(flat(parts), QuestionText::of);
      case Where.Or(var parts) -> "or" + of(parts, QuestionText::of);
      case Where.Nor(var parts) -> "nor" + of(parts, QuestionText::of);
      case Where.Comparison(var path, var operator, var operand) ->
          path + " " + operator.label() + " " + operand(operand);
    };
  }

  private static String operand(@Nullable Object operand) {
    return operand instanceof Where where ? of(where) : Mismatch.brief(Shown.of(operand));
  }

  private static List<Where> flat(List<Where> parts) {
    return parts.stream()
        .flatMap(part ->
            part instanceof Where.And(var inner)
                ? flat(inner).stream()
                : java.util.stream.Stream.of(part))
        .toList();
  }

  private static String of(Fields fields) {
    return of(List.copyOf(fields.included()), name -> name)
        + of(List.copyOf(fields.excluded()), name -> "-" + name);
  }

  private static <T> String of(List<T> items, Function<T, String> text) {
    return items.stream().map(text).sorted().collect(Collectors.joining(", ", "[", "]"));
  }

  static boolean sameWhere(@Nullable Object expected, @Nullable Object actual) {
    return actual instanceof Where where
        && of(Filter.readWhere(expected).where()).equals(of(where));
  }

  static boolean sameQuery(@Nullable Object expected, @Nullable Object actual) {
    return actual instanceof Filter filter && of(Filter.read(expected)).equals(of(filter));
  }
}
