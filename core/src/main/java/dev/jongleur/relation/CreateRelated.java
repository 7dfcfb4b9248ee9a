package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.operation.Call;
import dev.jongleur.operation.Count;
import dev.jongleur.operation.Create;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Stores new rows within a part of a model: related to an entity, or of a scope (F-269, F-283). */
public final class CreateRelated {
  private CreateRelated() {}

  /**
   * Stores one row. Where only one may be related, callers take turns, so that two of them never
   * both create.
   *
   * @throws DataException when there is one already
   */
  public static Entity one(
      Call call, Narrowed part, Map<String, ? extends @Nullable Object> data, Lock turn) {
    Entity fresh = Create.make(call, part.place(data));
    if (!part.single()) {
      return Create.one(call, fresh);
    }
    turn.lock();
    try {
      refuseSecond(call, part);
      return Create.one(call, fresh);
    } finally {
      turn.unlock();
    }
  }

  /** Each item for itself, as on the whole model. */
  public static List<Entity> each(
      Call call,
      Narrowed part,
      List<? extends Map<String, ? extends @Nullable Object>> items,
      Lock turn) {
    if (part.single() && items.size() == 1) {
      return List.of(one(call, part, items.getFirst(), turn));
    }
    if (part.single()) {
      throw new DataException("Only one \"" + call.model().name() + "\" may be related.");
    }
    var fresh = new ArrayList<Entity>(items.size());
    items.forEach(data -> fresh.add(Create.make(call, part.place(data))));
    return Create.each(call, fresh);
  }

  private static void refuseSecond(Call call, Narrowed part) {
    if (Count.rows(Call.of(call.binding(), call.options()), part.within(Filter.all())) > 0) {
      throw new DataException(
          "There is a related \"" + call.model().name() + "\" already, and only one may be.");
    }
  }
}
