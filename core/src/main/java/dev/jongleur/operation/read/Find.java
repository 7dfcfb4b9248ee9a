package dev.jongleur.operation.read;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows that a filter asks for (F-170, F-171). */
public final class Find {
  private Find() {}

  public static List<Entity> rows(Call call, Filter asked, Along along) {
    return asked(call, Scoping.ready(call, asked), along);
  }

  /** The rows for a filter that observers may still change. */
  static List<Entity> asked(Call call, Filter ready, Along along) {
    return narrowed(call, ready(call, Scoping.seen(call, ready), along), ready.fields());
  }

  /** What observers change brings no property to light that was not asked for (F-209). */
  private static List<Entity> narrowed(Call call, List<Entity> rows, Fields fields) {
    boolean isTouched = call.observes(Hook.ACCESS) || call.observes(Hook.LOADED);
    return fields.isAll() || !isTouched
        ? rows
        : rows.stream().map(row -> Projection.of(row, fields)).toList();
  }

  /** How the store answers; as far as the tenant's limits go. */
  public static Explanation explained(Call call, Filter asked) {
    Filter filter = call.answer().bounded(Scoping.ready(call, asked));
    return call.store().explain(call.model(), filter);
  }

  public static Optional<Entity> one(Call call, Filter asked, Along along) {
    return first(rows(call, asked.limit(1), along));
  }

  /** The rows for a filter that is ready for the store. */
  static List<Entity> ready(Call call, Filter filter, Along along) {
    call.answer().checkDepth(filter.include());
    List<Entity> found = call.store().find(call.model(), call.answer().bounded(filter));
    call.answer().count(call.model().name(), found.size());
    return shown(call, found, filter, along);
  }

  /** Rows from the store as they are answered: typed, with what is included, loaded. */
  static List<Entity> shown(Call call, List<Entity> found, Filter filter, Along along) {
    List<Entity> rows = typed(call, found, filter.fields());
    return loaded(
        call, filter.include().isEmpty() ? rows : along.attach(call, rows, filter.include()));
  }

  private static List<Entity> typed(Call call, List<Entity> found, Fields fields) {
    if (fields.isAll() && call.comesTyped() && !call.observers().choose()) {
      return found;
    }
    var rows = new ArrayList<Entity>(found.size());
    for (Entity row : found) {
      rows.add(Choosing.row(call, Projection.of(call.typed(row), fields)));
    }
    return rows;
  }

  static Optional<Entity> first(List<Entity> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  private static List<Entity> loaded(Call call, List<Entity> rows) {
    boolean observed = call.observes(Hook.LOADED) || call.observers().choose();
    return call.notifies() && observed
        ? rows.stream().map(row -> Loading.of(Choosing.of(call, row), row, false, true)).toList()
        : rows;
  }
}
