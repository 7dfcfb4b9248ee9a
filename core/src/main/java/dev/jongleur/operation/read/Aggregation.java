package dev.jongleur.operation.read;

import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.plan.Summary;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out figures about groups of rows. */
public final class Aggregation {
  private Aggregation() {}

  /** The groups, each with its figures by name. */
  public static List<Map<String, @Nullable Object>> groups(Call call, Aggregate asked) {
    Aggregate ready = Summary.ready(asked, call.flags());
    Filter rows = Scoping.toRead(call, Filter.of(asked.where()));
    List<Map<String, @Nullable Object>> groups =
        call.store().aggregate(call.model(), ready.withWhere(rows.where()));
    call.answer().count(call.model().name(), groups.size());
    return groups;
  }
}
