package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Finds a row or creates it (F-176). Callers of one owner's model take turns, so that two of them
 * never both create; a writer in another process is kept out only by a unique key.
 */
public final class FindOrCreate {
  private FindOrCreate() {}

  /** What was found or created. */
  public record Outcome(Entity entity, boolean created) {}

  public static Outcome row(
      Call call,
      Filter asked,
      Map<String, ? extends @Nullable Object> data,
      Along along,
      Lock turn) {
    var storing = new Storing(call);
    Filter filter = call.toRead(asked.limit(1));
    call.answer().checkDepth(filter.include());
    Entity entity = storing.before(Forced.onto(call, call.reader().read(data)), true);
    storing.validate(entity, true);
    Entity toStore = storing.persist(entity, filter.where(), true);
    Outcome outcome = take(call, filter, toStore, turn);
    Entity shown = Projection.of(outcome.entity(), filter.fields());
    Entity loaded = storing.loaded(shown, outcome.created(), true);
    return outcome.created()
        ? new Outcome(storing.after(loaded, true), true)
        : new Outcome(along.attach(call, List.of(loaded), filter.include()).getFirst(), false);
  }

  private static Outcome take(Call call, Filter filter, Entity fresh, Lock turn) {
    turn.lock();
    try {
      Optional<Entity> found = call.store().find(call.model(), filter).stream().findFirst();
      return found.isPresent()
          ? new Outcome(call.typed(found.get()), false)
          : new Outcome(call.store().insert(call.model(), fresh), true);
    } finally {
      turn.unlock();
    }
  }
}
