package dev.jongleur.jdbc.sql;

import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.NullMarks;
import dev.jongleur.jdbc.table.Quoting;
import dev.jongleur.jdbc.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectConditionStep;
import org.jooq.SelectForUpdateStep;
import org.jooq.SelectLimitStep;
import org.jooq.SelectSeekStepN;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Writes a form's text in a database's SQL. Used once, by one thread. */
final class Renderer {
  private final DSLContext jooq;
  private final Table table;
  private final Marks marks = new Marks();

  private Renderer(Dialect dialect, Table table) {
    this.jooq = Quoting.jooq(dialect);
    this.table = table;
  }

  static Plan plan(Dialect dialect, Table table, Form form) {
    var renderer = new Renderer(dialect, table);
    Query query = renderer.query(form);
    String sql = renderer.jooq.render(query);
    return new Plan(sql, renderer.marks.order());
  }

  private Query query(Form form) {
    return switch (form) {
      case Form.Insert(var columns) ->
          jooq.insertInto(table())
              .columns(fields(columns))
              .values(columns.stream().map(column -> marks.next()).toList());
      case Form.Select select -> select(select);
      case Form.Count(var test) -> jooq.select(DSL.count()).from(table()).where(condition(test));
      case Form.Update(var changes, var test) -> update(changes, test);
      case Form.Delete(var test) -> jooq.deleteFrom(table()).where(condition(test));
      case Form.Figures(var groupBy, var figures, var test) -> figures(groupBy, figures, test);
      case Form.Highest(int column) -> jooq.select(DSL.max(field(column))).from(table());
    };
  }

  private Query figures(List<Integer> groupBy, List<Form.Figure> figures, Test test) {
    var selected = new ArrayList<Field<?>>(fields(groupBy));
    figures.forEach(figure -> selected.add(figure(figure)));
    SelectConditionStep<?> rows = jooq.select(selected).from(table()).where(condition(test));
    return groupBy.isEmpty() ? rows : rows.groupBy(fields(groupBy));
  }

  private Field<?> figure(Form.Figure figure) {
    return switch (figure) {
      case Form.Figure.Rows _ -> DSL.count();
      case Form.Figure.Present(int column) -> DSL.count(field(column));
      case Form.Figure.Sum(int column) -> DSL.sum(number(column));
      case Form.Figure.Least(int column) -> DSL.min(field(column));
      case Form.Figure.Greatest(int column) -> DSL.max(field(column));
    };
  }

  private Query update(List<Form.Change> changes, Test test) {
    Map<Field<?>, Field<?>> set = new LinkedHashMap<>();
    for (Form.Change change : changes) {
      switch (change) {
        case Form.Change.Set(int column) -> set.put(field(column), marks.next());
        case Form.Change.Add(int column) ->
            set.put(field(column), numberOrNone(column).add(marks.nextNumber()));
        case Form.Change.Clear(int column) -> set.put(field(column), DSL.inline((Object) null));
        case Form.Change.Marks(int column, var added) ->
            set.put(field(column), marked(text(column), added));
      }
    }
    return jooq.update(table()).set(set).where(condition(test));
  }

  /** Each mark is taken off before it is added, so that the list cannot grow without end. */
  private Field<String> marked(Field<String> column, List<Boolean> added) {
    Field<String> list = DSL.coalesce(column, DSL.inline(NullMarks.EMPTY));
    for (boolean add : added) {
      list = DSL.replace(list, marks.nextText(), DSL.inline(NullMarks.EMPTY));
      list = add ? DSL.concat(list, marks.nextText()) : list;
    }
    return list;
  }

  private Query select(Form.Select select) {
    SelectSeekStepN<?> sorted =
        jooq.select(fields(select.columns()))
            .from(table())
            .where(condition(select.test()))
            .orderBy(select.order().stream().map(this::sort).toList());
    SelectForUpdateStep<?> limited = window(sorted, select.window());
    return select.window().locks() ? limited.forUpdate() : limited;
  }

  private SelectForUpdateStep<?> window(SelectLimitStep<?> rows, Form.Window window) {
    Field<Long> skip = marks.nextNumber(window.skips());
    Field<Long> limit = marks.nextNumber(window.limits());
    if (window.skips() && window.limits()) {
      return rows.limit(limit).offset(skip);
    }
    if (window.limits()) {
      return rows.limit(limit);
    }
    return window.skips() ? rows.offset(skip) : rows;
  }

  private SortField<?> sort(Form.SortKey key) {
    if (key.byPresence()) {
      var presence = DSL.when(field(key.column()).isNull(), DSL.inline(0)).otherwise(DSL.inline(1));
      return key.descending() ? presence.desc() : presence.asc();
    }
    return key.descending()
        ? field(key.column()).desc().nullsLast()
        : field(key.column()).asc().nullsFirst();
  }

  private Condition condition(Test test) {
    return switch (test) {
      case Test.All(var parts) -> DSL.and(parts.stream().map(this::condition).toList());
      case Test.Any(var parts) when parts.isEmpty() -> DSL.falseCondition();
      case Test.Any(var parts) -> DSL.or(parts.stream().map(this::condition).toList());
      case Test.Not(var part) -> DSL.not(condition(part));
      case Test.IsNull(int column) -> field(column).isNull();
      case Test.NotNull(int column) -> field(column).isNotNull();
      case Test.Compares(int column, var sign) -> compares(field(column), sign);
      case Test.OneOf(int column, int values, boolean negated) ->
          negated ? field(column).notIn(marks.next(values)) : field(column).in(marks.next(values));
      case Test.Like(int column, boolean negated) ->
          negated
              ? text(column).notLike(marks.nextText(), Patterns.ESCAPE)
              : text(column).like(marks.nextText(), Patterns.ESCAPE);
    };
  }

  private Condition compares(Field<Object> field, Test.Sign sign) {
    Field<Object> value = marks.next();
    return switch (sign) {
      case EQUAL -> field.eq(value);
      case DIFFERENT -> field.ne(value);
      case LESS -> field.lt(value);
      case AT_MOST -> field.le(value);
      case GREATER -> field.gt(value);
      case AT_LEAST -> field.ge(value);
    };
  }

  private org.jooq.Table<?> table() {
    return DSL.table(DSL.name(table.name()));
  }

  private List<Field<Object>> fields(List<Integer> columns) {
    return columns.stream().map(this::field).toList();
  }

  private Field<Object> field(int column) {
    return DSL.field(DSL.name(table.column(column).name()), Object.class);
  }

  private Field<Long> number(int column) {
    return DSL.field(DSL.name(table.column(column).name()), Long.class);
  }

  private Field<Long> numberOrNone(int column) {
    return DSL.coalesce(number(column), DSL.inline(0L));
  }

  private Field<String> text(int column) {
    return DSL.field(DSL.name(table.column(column).name()), String.class);
  }
}
