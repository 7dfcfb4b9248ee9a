package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Forced;
import dev.jongleur.operation.step.Changes;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.operation.step.Placing;
import dev.jongleur.operation.step.Storing;
import dev.jongleur.operation.step.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a whole row in the place of another (F-185): what is left out is gone. */
public final class Replace {
  private Replace() {}

  public static Entity byId(
      Call call, @Nullable Object rawId, Map<String, ? extends @Nullable Object> data) {
    Object id = call.id(rawId);
    return row(call, whole(call, id, data), Target.of(call, id, data), false);
  }

  /** The row of an entity at hand: replaceAttributes (F-201). */
  public static Entity of(Call asked, Entity entity, Map<String, ? extends @Nullable Object> data) {
    Call call = Choosing.of(asked, entity);
    Object id = call.id(entity.id());
    return row(call, whole(call, id, data), Target.of(call, entity, data), false);
  }

  private static Entity whole(Call call, Object id, Map<String, ? extends @Nullable Object> data) {
    Map<String, @Nullable Object> whole =
        Changes.withoutId(call, new LinkedHashMap<>(call.given(call.readable(data))), id);
    whole.putAll(call.identity().values(id));
    return call.reader().read(whole).asStored();
  }

  /**
   * @param told what observers are told of whether it is new
   */
  static Entity row(Call call, Entity entity, Target target, @Nullable Boolean told) {
    var storing = new Storing(call);
    Placing.Seen seen = target.seen(entity);
    Entity whole = call.keeping().instead(Forced.onto(call, entity), seen.row());
    Entity before = storing.validated(storing.before(whole, told).storedAs(entity));
    Entity toStore = storing.persist(before, target.key(), told).storedAs(entity);
    if (!Placing.replace(call, toStore, target.key(), seen.target()) && call.isMissed()) {
      throw target.missed();
    }
    return storing.after(Loading.of(call, toStore, false, true), false);
  }
}
