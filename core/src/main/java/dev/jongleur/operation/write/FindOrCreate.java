package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
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
  private final Call call;

  /** Creates, on the model that the data is of. */
  private final Call own;

  private FindOrCreate(Call call, Call own) {
    this.call = call;
    this.own = own;
  }

  public static Found row(
      Call call, Filter asked, Map<String, ? extends @Nullable Object> data, Along along) {
    Call own = Choosing.of(call, data);
    var storing = new Storing(own);
    Filter filter = Scoping.toLook(call, asked.limit(1));
    call.answer().checkDepth(filter.include());
    Entity entity = Create.ready(own, storing, Create.make(own, data));
    Entity toStore = storing.persist(entity, filter.where(), true);
    Found outcome = call.inTurn(() -> new FindOrCreate(call, own).take(filter, toStore));
    Entity shown = Projection.of(outcome.entity(), filter.fields());
    Entity loaded = Loading.of(Choosing.of(call, shown), shown, outcome.created(), true);
    return outcome.created()
        ? new Found(storing.after(loaded, true), true)
        : new Found(along.attach(call, List.of(loaded), filter.include()).getFirst(), false);
  }

  private Found take(Filter filter, Entity fresh) {
    List<Entity> found = call.store().find(call.model(), filter);
    return found.isEmpty() ? created(filter, fresh) : found(found);
  }

  private Found created(Filter filter, Entity fresh) {
    try {
      Entity row = own.profile().unwritten().outOf(fresh);
      return new Found(own.store().insert(own.model(), row), true);
    } catch (DuplicateException taken) {
      List<Entity> found = call.store().find(call.model(), filter);
      if (found.isEmpty()) {
        throw taken;
      }
      return found(found);
    }
  }

  private Found found(List<Entity> rows) {
    return new Found(Choosing.row(call, call.typed(rows.getFirst())), false);
  }
}
