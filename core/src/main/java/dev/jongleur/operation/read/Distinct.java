package dev.jongleur.operation.read;

import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.List;

/** Finds the values that rows have. */
public final class Distinct {
  private Distinct() {}

  /** Each value once, in order; null and missing are none. */
  public static List<Object> values(Call call, String path, Filter asked) {
    Where there = new Where.Comparison(path, Operator.NEQ, null);
    Aggregate groups = Aggregate.of(asked.limit(0).skip(0).and(there)).groupBy(path);
    var values = new ArrayList<Object>();
    for (var group : Aggregation.groups(call, groups.limit(asked.limit()).skip(asked.skip()))) {
      Object value = group.get(path);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
