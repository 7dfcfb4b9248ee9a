package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.sql.Form;
import dev.jongleur.jdbc.sql.Form.SortKey;
import dev.jongleur.jdbc.sql.Form.Window;
import dev.jongleur.jdbc.sql.Sequence;
import dev.jongleur.jdbc.sql.Split;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Sorting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A question that the database answers in order, and what is left to do with the rows that come.
 *
 * @param columns what is read of each row, by places in the table
 * @param fits what of the condition SQL did not decide
 * @param skip how many of the rows that fit are passed over
 * @param limit the most rows that are taken then; 0: all
 */
record Selection(
    Form form,
    List<Bound> values,
    List<Integer> columns,
    Predicate<Entity> fits,
    int skip,
    int limit) {

  /** For a filter; empty where rows have to be sorted here. */
  static Optional<Selection> of(
      Dialect dialect, Table table, ModelDefinition model, Filter filter) {
    return of(dialect, table, model, filter, Split.of(dialect, table, model, filter.where()));
  }

  /** The same with the where split. The database pages when nothing is left to the matcher. */
  static Optional<Selection> of(
      Dialect dialect, Table table, ModelDefinition model, Filter filter, Split split) {
    Optional<List<SortKey>> order =
        Sorting.nearest(filter.where()).isPresent()
            ? Optional.empty()
            : Sequence.of(dialect, table, model, filter.order());
    return order.map(keys -> of(table, model, filter, split, keys));
  }

  private static Selection of(
      Table table, ModelDefinition model, Filter filter, Split split, List<SortKey> order) {
    List<Integer> columns = Needed.by(table, model, filter.fields(), split.rest(), List.of());
    boolean exact = split.isExact();
    var window = new Window(exact && filter.skip() > 0, exact && filter.limit() > 0, false);
    var values = new ArrayList<>(split.values());
    if (window.skips()) {
      values.add(Bound.number(filter.skip()));
    }
    if (window.limits()) {
      values.add(Bound.number(filter.limit()));
    }
    return new Selection(
        new Form.Select(columns, split.test(), order, window),
        values,
        columns,
        Matcher.of(split.rest()),
        exact ? 0 : filter.skip(),
        exact ? 0 : filter.limit());
  }
}
