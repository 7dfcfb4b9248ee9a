package dev.jongleur.jdbc;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.sql.Form.Figure;
import dev.jongleur.jdbc.sql.Sequence;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.Storage;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.ExactFigures;
import dev.jongleur.query.Measure;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate as figures of SQL, where SQL works out the same: sums of doubles depend on their
 * order, and values that lie as JSON are told apart here.
 */
record Figures(Aggregate aggregate, Table table, List<Integer> groupBy, List<Figure> asked) {

  /** Empty where a figure, or what is grouped by, is not the same in SQL. */
  static Optional<Figures> of(
      Dialect dialect, Table table, ModelDefinition model, Aggregate aggregate) {
    var groups = new ArrayList<Integer>();
    for (String path : aggregate.groupBy()) {
      int place = model.shape().slot(path);
      if (place < 0 || !Sequence.sorts(dialect, table.column(place))) {
        return Optional.empty();
      }
      groups.add(place);
    }
    var figures = new ArrayList<Figure>();
    for (Measure measure : aggregate.measures()) {
      List<Figure> needed = figures(dialect, table, model, measure);
      if (needed.isEmpty()) {
        return Optional.empty();
      }
      figures.addAll(needed);
    }
    return Optional.of(new Figures(aggregate, table, List.copyOf(groups), List.copyOf(figures)));
  }

  /** None where SQL works out something else. */
  private static List<Figure> figures(
      Dialect dialect, Table table, ModelDefinition model, Measure measure) {
    if (measure.isOfRows()) {
      return List.of(new Figure.Rows());
    }
    int place = model.shape().slot(measure.path());
    if (place < 0 || table.column(place).storage() == Storage.JSON) {
      return List.of();
    }
    boolean sorts = Sequence.sorts(dialect, table.column(place));
    return switch (measure.function()) {
      case COUNT -> List.of(new Figure.Present(place));
      case SUM -> isExact(table.column(place)) ? List.of(new Figure.Sum(place)) : List.of();
      case AVG ->
          isExact(table.column(place))
              ? List.of(new Figure.Sum(place), new Figure.Present(place))
              : List.of();
      case MIN -> sorts ? List.of(new Figure.Least(place)) : List.of();
      case MAX -> sorts ? List.of(new Figure.Greatest(place)) : List.of();
    };
  }

  private static boolean isExact(Column column) {
    return column.exact()
        && (column.storage() == Storage.EXACT || column.storage() == Storage.DECIMAL);
  }

  /** One group, by the names of the result. */
  Map<String, @Nullable Object> read(ResultSet row) throws SQLException {
    var named = new LinkedHashMap<String, @Nullable Object>();
    int at = 1;
    for (int i = 0; i < groupBy.size(); i++) {
      named.put(aggregate.groupBy().get(i), table.column(groupBy.get(i)).read(row, at++));
    }
    for (Measure measure : aggregate.measures()) {
      named.put(measure.name(), figure(measure, row, at));
      at += measure.function() == Measure.Function.AVG ? 2 : 1;
    }
    return Collections.unmodifiableMap(named);
  }

  private @Nullable Object figure(Measure measure, ResultSet row, int at) throws SQLException {
    return switch (measure.function()) {
      case COUNT -> row.getLong(at);
      case SUM -> sum(measure, row.getBigDecimal(at));
      case AVG -> mean(row.getBigDecimal(at), row.getLong(at + 1));
      case MIN, MAX -> column(measure).read(row, at);
    };
  }

  private @Nullable Object sum(Measure measure, @Nullable BigDecimal sum) {
    if (sum == null) {
      return null;
    }
    return isWhole(column(measure).type()) ? ExactFigures.whole(sum) : ExactFigures.decimal(sum);
  }

  private static @Nullable Object mean(@Nullable BigDecimal sum, long count) {
    return sum == null ? null : ExactFigures.mean(sum, count);
  }

  private Column column(Measure measure) {
    return table.columns().stream()
        .filter(column -> column.property().equals(measure.path()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isWhole(PropertyType type) {
    return !(type instanceof DecimalType)
        && (type == ScalarType.INTEGER || type == ScalarType.LONG);
  }
}
