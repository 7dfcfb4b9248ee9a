package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.jdbc.dialect.QueryPlan;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.sql.Form;
import dev.jongleur.jdbc.sql.Form.Window;
import dev.jongleur.jdbc.sql.Sequence;
import dev.jongleur.jdbc.sql.Split;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Groups;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Sorting;
import dev.jongleur.query.Where;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds and counts: what SQL means exactly is left to it, the rest is done on the rows read. */
record Question(Rows rows) {

  List<Entity> find(Filter filter) throws SQLException {
    Split split = split(filter.where());
    if (split.test().isNever()) {
      return List.of();
    }
    Optional<Selection> inOrder = Selection.of(rows.dialect(), table(), model(), filter, split);
    return inOrder.isPresent() ? taken(inOrder.get()) : sorted(filter, split);
  }

  /**
   * How {@link #find} answers, by answering.
   *
   * @param indexes those of the table, and how they are told
   */
  Explanation explain(Filter filter, Map<String, String> indexes) throws SQLException {
    Split split = split(filter.where());
    if (split.test().isNever()) {
      return new Explanation(List.of("no row can meet it: nothing is asked"), List.of(), 0, 0);
    }
    Optional<Selection> inOrder = Selection.of(rows.dialect(), table(), model(), filter, split);
    Selection asked = inOrder.orElseGet(() -> unsorted(filter, split));
    QueryPlan plan = rows.explained(asked.form(), asked.values(), indexes.keySet());
    var steps = new ArrayList<>(plan.steps());
    if (!split.isExact()) {
      steps.add("the rest of the condition is tested here, on each row that comes");
    }
    if (inOrder.isEmpty()) {
      steps.add("the rows are sorted here");
    }
    List<Entity> found = find(filter);
    List<String> used = plan.indexes().stream().map(name -> told(indexes, name)).toList();
    return new Explanation(steps, used, plan.examined().orElse(found.size()), found.size());
  }

  private static String told(Map<String, String> indexes, String name) {
    return indexes.getOrDefault(name, name);
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

  /** Groups with their figures; empty where SQL would answer otherwise than row by row. */
  Optional<List<Map<String, @Nullable Object>>> groups(Aggregate aggregate) throws SQLException {
    Split split = split(aggregate.where());
    Optional<Figures> figures = Figures.of(rows.dialect(), table(), model(), aggregate);
    if (!split.isExact() || figures.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<Map<String, @Nullable Object>>();
    rows.query(
        new Form.Figures(figures.get().groupBy(), figures.get().asked(), split.test()),
        split.values(),
        row -> {
          all.add(figures.get().read(row));
          Groups.checkMost(all.size());
          return true;
        });
    return Optional.of(Groups.asked(aggregate, all.stream()));
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

  private List<Entity> taken(Selection selection) throws SQLException {
    var page = new Page(selection.skip(), selection.limit());
    each(selection.form(), selection.values(), selection.columns(), selection.fits(), page::take);
    return page.rows();
  }

  /** All rows, in no order, to be sorted here by what SQL cannot sort by. */
  private Selection unsorted(Filter filter, Split split) {
    List<Integer> columns =
        Needed.by(table(), model(), filter.fields(), filter.where(), filter.order());
    Form form =
        new Form.Select(columns, split.test(), Sequence.unkeyed(table(), model()), Window.ALL);
    return new Selection(form, split.values(), columns, Matcher.of(split.rest()), 0, 0);
  }

  private List<Entity> sorted(Filter filter, Split split) throws SQLException {
    List<Entity> found = new ArrayList<>(taken(unsorted(filter, split)));
    Comparator<Entity> order = rows.deadline().paced(Sorting.of(model(), filter));
    found.sort(order);
    int from = Math.min(filter.skip(), found.size());
    int to = filter.limit() == 0 ? found.size() : Math.min(found.size(), from + filter.limit());
    return List.copyOf(found.subList(from, Math.max(from, to)));
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
