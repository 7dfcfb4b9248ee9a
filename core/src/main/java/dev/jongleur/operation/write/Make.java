package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.read.Projection;
import dev.jongleur.query.Filter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an entity at hand without storing it (F-083). */
public final class Make {
  /** The option that names what of the data is taken, in any form of a filter's fields. */
  private static final String FIELDS = "fields";

  private Make() {}

  /** What is not named is not there, and has no default. */
  public static Entity of(Call call, Map<String, ? extends @Nullable Object> data) {
    Entity made = Create.make(call, data);
    Object fields = call.options().values().get(FIELDS);
    return fields == null
        ? made
        : Projection.of(made, Filter.read(Map.of(FIELDS, fields)).fields());
  }
}
