package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Forced;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.operation.step.Storing;
import dev.jongleur.query.Filter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores a new row (F-156 to F-165). */
public final class Create {
  private Create() {}

  /** Makes an entity without storing it. */
  public static Entity make(Call call, Map<String, ? extends @Nullable Object> data) {
    return Choosing.of(call, data).reader().read(call.given(call.readable(data)));
  }

  /** Stores an entity as a row of the model that it is of. */
  public static Entity one(Call asked, Entity fresh) {
    Call call = Choosing.of(asked, fresh);
    var storing = new Storing(call);
    Entity entity = ready(call, storing, fresh);
    Entity toStore = call.profile().unwritten().outOf(storing.persist(entity, true));
    return finish(call, storing, entity, call.store().insert(call.model(), toStore));
  }

  /**
   * Stores a row where there is none like it yet.
   *
   * @param like which rows there may be only one of
   * @throws DataException when there is one
   */
  public static Entity only(Call call, Filter like, Entity fresh) {
    var storing = new Storing(call);
    Entity entity = ready(call, storing, fresh);
    Entity toStore = call.profile().unwritten().outOf(storing.persist(entity, true));
    Filter others = Scoping.ready(call, like);
    Entity stored =
        call.inTurn(() -> {
          refuseSecond(call, others);
          return call.store().insert(call.model(), toStore);
        });
    return finish(call, storing, entity, stored);
  }

  /** The entity before it is stored: forced values, observers, validation. */
  static Entity ready(Call call, Storing storing, Entity fresh) {
    Entity entity = call.keeping().fresh(Forced.onto(call, fresh.asNew()));
    return storing.validated(storing.before(entity, true));
  }

  /** The entity after it was stored: its key, observers. */
  static Entity finish(Call call, Storing storing, Entity entity, Entity stored) {
    return storing.created(Loading.of(call, entity.storedAs(stored), true, false));
  }

  private static void refuseSecond(Call call, Filter others) {
    if (call.store().count(call.model(), others.where()) > 0) {
      throw new DataException(
          "There is a related \"" + call.model().name() + "\" already, and only one may be.");
    }
  }
}
