package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Forced;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets values on an entity at hand, as its model reads them; stores nothing (F-089). */
public final class Assign {
  private Assign() {}

  /** A copy with these values, and with those that the model forces onto what is stored. */
  public static Entity all(
      Call call, Entity entity, Map<String, ? extends @Nullable Object> values) {
    return one(call, entity, Forced.onto(call, values));
  }

  /** A copy with one value. */
  public static Entity one(Call call, Entity entity, Map<String, ? extends @Nullable Object> one) {
    return entity.under(call.model()).with(one, call.binding().models());
  }
}
