package dev.jongleur.jdbc.sql;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A where in two: what SQL answers exactly, with its values, and the rest, for the matcher. Both
 * hold where the whole holds.
 */
public record Split(Test test, List<Bound> values, Where rest) {
  public Split {
    values = List.copyOf(values);
  }

  public boolean isExact() {
    return rest.isAll();
  }

  public static Split of(Dialect dialect, Table table, ModelDefinition model, Where where) {
    var translation = new Translation(dialect, table, model);
    var pushed = new ArrayList<Test>();
    var rest = new ArrayList<Where>();
    for (Where part : conjuncts(where)) {
      Optional<Test> test = translation.exact(part);
      test.ifPresentOrElse(pushed::add, () -> rest.add(part));
    }
    Test test = Test.all(pushed);
    return test.isNever()
        ? new Split(Test.never(), List.of(), Where.all())
        : new Split(test, translation.values(), Where.and(rest.toArray(Where[]::new)));
  }

  private static List<Where> conjuncts(Where where) {
    if (!(where instanceof Where.And(var parts))) {
      return List.of(where);
    }
    return parts.stream().flatMap(part -> conjuncts(part).stream()).toList();
  }
}
