package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.read.Along;
import dev.jongleur.operation.read.Projection;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.operation.step.Storing;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a row or creates it (F-176). Callers take turns on a model, so that two of them never both
 * create; where a writer out of their reach took a unique key, its row is what is found.
 */
public final class FindOrCreate {
  private FindOrCreate() {}

  public static Found row(
      Call call, Filter asked, Map<String, ? extends @Nullable Object> data, Along along) {
    var storing = new Storing(call);
    Filter filter = Scoping.toRead(call, asked.limit(1));
    call.answer().checkDepth(filter.include());
    Entity entity = Create.ready(call, storing, Create.make(call, data));
    Entity toStore = storing.persist(entity, filter.where(), true);
    Found outcome = call.inTurn(() -> take(call, filter, toStore));
    Entity shown = Projection.of(outcome.entity(), filter.fields());
    Entity loaded = Loading.of(call, shown, outcome.created(), true);
    return outcome.created()
        ? new Found(storing.after(loaded, true), true)
        : new Found(along.attach(call, List.of(loaded), filter.include()).getFirst(), false);
  }

  private static Found take(Call call, Filter filter, Entity fresh) {
    List<Entity> found = call.store().find(call.model(), filter);
    return found.isEmpty() ? created(call, filter, fresh) : found(call, found);
  }

  private static Found created(Call call, Filter filter, Entity fresh) {
    try {
      Entity row = call.profile().unwritten().outOf(fresh);
      return new Found(call.store().insert(call.model(), row), true);
    } catch (DuplicateException taken) {
      List<Entity> found = call.store().find(call.model(), filter);
      if (found.isEmpty()) {
        throw taken;
      }
      return found(call, found);
    }
  }

  private static Found found(Call call, List<Entity> rows) {
    return new Found(call.typed(rows.getFirst()), false);
  }
}
