package dev.jongleur.operation.step;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.operation.call.Call;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity with exactly the values that observers left: what is missing in them is removed. */
final class Overwritten {
  private Overwritten() {}

  static Entity of(Call call, Entity entity, Map<String, @Nullable Object> data) {
    Map<String, @Nullable Object> values = Changes.known(call, data);
    var missing = new HashSet<>(entity.toMap().keySet());
    missing.removeAll(data.keySet());
    missing.forEach(name -> values.put(name, Nothing.UNDEFINED));
    return withRelated(call.reader().assign(entity, values), entity);
  }

  /** What was read along is no value, and no observer's. */
  private static Entity withRelated(Entity entity, Entity before) {
    Entity whole = entity;
    for (String relation : before.relatedNames()) {
      whole = whole.withRelated(relation, before.related(relation).orElse(null));
    }
    return whole;
  }
}
