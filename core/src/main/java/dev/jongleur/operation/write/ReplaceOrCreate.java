package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Forced;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.operation.step.Placing;
import dev.jongleur.operation.step.Storing;
import dev.jongleur.operation.step.Target;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a whole row in the place of the one with its id, or creates it (F-184). */
public final class ReplaceOrCreate {
  private ReplaceOrCreate() {}

  public static Entity row(Call asked, Map<String, ? extends @Nullable Object> data) {
    return chosen(Choosing.of(asked, data), data);
  }

  private static Entity chosen(Call call, Map<String, ? extends @Nullable Object> data) {
    Optional<Object> id = call.identity().in(call, data);
    if (id.isEmpty()) {
      return Create.one(call, Create.make(call, data));
    }
    if (call.model().forcesId()) {
      return Replace.byId(call, id.get(), data);
    }
    Filter ready = Scoping.ready(call, Filter.of(call.byId(id.get())));
    Filter seen = Scoping.access(call, ready);
    return seen.where().equals(ready.where())
        ? put(call, ready, Create.make(call, data), Target.of(call, id.get(), data))
        : elsewhere(call, seen, data);
  }

  private static Entity put(Call call, Filter ready, Entity fresh, Target target) {
    var storing = new Storing(call);
    Entity before = storing.validated(storing.before(Forced.onto(call, fresh), null));
    Entity toStore = storing.persist(before, ready.where(), null);
    Placing.Outcome outcome = Placing.replaceOrInsert(call, ready.where(), toStore, target);
    Entity loaded = Loading.of(call, outcome.row(), outcome.created(), true);
    return storing.after(loaded, outcome.created());
  }

  /** An access observer asked for another row: that one is replaced, else one is created anew. */
  private static Entity elsewhere(
      Call call, Filter seen, Map<String, ? extends @Nullable Object> data) {
    Map<String, @Nullable Object> rest = call.identity().without(data);
    List<Entity> rows = call.store().find(call.model(), seen.limit(1));
    return rows.isEmpty()
        ? Create.one(call, Create.make(call, rest))
        : Replace.byId(call, rows.getFirst().id(), rest);
  }
}
