package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
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
import dev.jongleur.query.Where;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds and counts: what SQL means exactly is left to it, the rest is done on the rows read. */
record Question(Rows rows) {

  List<Entity> find(Filter filter) throws SQLException {
    Split split = split(filter.where());
    if (split.test().isNever()) {
      return List.of();
    }
    Optional<List<SortKey>> order = order(filter);
    return order.isPresent() ? inOrder(filter, split, order.get()) : sorted(filter, split);
  }

  long count(Where where) throws SQLException {
    Split split = split(where);
    if (split.test().isNever()) {
      return 0;
    }
    if (split.isExact()) {
      return rows.number(new Form.Count(split.test()), split.values());
    }
    var counted = new Tally();
    each(
        split,
        Needed.by(table(), model(), split.rest()),
        row -> {
          counted.count++;
          return true;
        });
    return counted.count;
  }

  /** Goes on while it is told to. */
  private interface Taker {
    boolean take(Entity row);
  }

  private static final class Tally {
    private long count;
  }

  private void each(Split split, List<Integer> columns, Taker taker) throws SQLException {
    Form form = new Form.Select(columns, split.test(), List.of(), Window.ALL);
    each(form, split.values(), columns, Matcher.of(split.rest()), taker);
  }

  private void each(
      Form form, List<Bound> values, List<Integer> columns, Predicate<Entity> fits, Taker taker)
      throws SQLException {
    var reader = new RowReader(model(), table(), columns);
    rows.query(
        form,
        values,
        row -> {
          Entity entity = reader.entity(row);
          return !fits.test(entity) || taker.take(entity);
        });
  }

  /** The database sorts; it pages too when nothing is left to the matcher. */
  private List<Entity> inOrder(Filter filter, Split split, List<SortKey> order)
      throws SQLException {
    List<Integer> columns = Needed.by(table(), model(), filter.fields(), split.rest(), List.of());
    boolean exact = split.isExact();
    var window = new Window(exact && filter.skip() > 0, exact && filter.limit() > 0, false);
    var values = new ArrayList<>(split.values());
    if (window.skips()) {
      values.add(Bound.number(filter.skip()));
    }
    if (window.limits()) {
      values.add(Bound.number(filter.limit()));
    }
    var page = new Page(exact ? 0 : filter.skip(), exact ? 0 : filter.limit());
    Form form = new Form.Select(columns, split.test(), order, window);
    each(form, values, columns, Matcher.of(split.rest()), page::take);
    return page.rows();
  }

  /** The rows are sorted here, by what SQL cannot sort by. */
  private List<Entity> sorted(Filter filter, Split split) throws SQLException {
    List<Integer> columns =
        Needed.by(table(), model(), filter.fields(), filter.where(), filter.order());
    var found = new ArrayList<Entity>();
    Form form =
        new Form.Select(columns, split.test(), Sequence.unkeyed(table(), model()), Window.ALL);
    each(form, split.values(), columns, Matcher.of(split.rest()), found::add);
    Comparator<Entity> order = rows.deadline().paced(Sorting.of(model(), filter));
    found.sort(order);
    int from = Math.min(filter.skip(), found.size());
    int to = filter.limit() == 0 ? found.size() : Math.min(found.size(), from + filter.limit());
    return List.copyOf(found.subList(from, Math.max(from, to)));
  }

  private Optional<List<SortKey>> order(Filter filter) {
    return Sorting.nearest(filter.where()).isPresent()
        ? Optional.empty()
        : Sequence.of(rows.dialect(), table(), model(), filter.order());
  }

  private Split split(Where where) {
    return Split.of(rows.dialect(), table(), model(), where);
  }

  private Table table() {
    return rows.table();
  }

  private ModelDefinition model() {
    return rows.model();
  }
}
