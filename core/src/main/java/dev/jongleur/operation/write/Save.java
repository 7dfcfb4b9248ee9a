package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.step.Target;
import java.util.Map;

/** Stores an entity that was changed at hand, whole, or a new one (F-197). */
public final class Save {
  private Save() {}

  /** Refuses one whose row is gone (F-195), or was changed meanwhile where versions are kept. */
  public static Entity of(Call asked, Entity entity) {
    Call call = Choosing.of(asked, entity);
    return entity.isStored()
        ? Replace.row(call, entity, Target.of(call, entity, Map.of()), null)
        : Create.one(call, entity);
  }
}
