package dev.jongleur.operation.read;

import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Fields;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Leaves out of an entity what was not asked for (F-209). */
public final class Projection {
  private Projection() {}

  public static Entity of(Entity row, Fields fields) {
    if (fields.isAll()) {
      return row;
    }
    Shape shape = row.definition().shape();
    @Nullable Object[] slots = row.slots();
    for (int slot = 0; slot < slots.length; slot++) {
      if (!fields.keeps(shape.property(slot).name(), true)) {
        slots[slot] = null;
      }
    }
    var open = new LinkedHashMap<String, @Nullable Object>(row.open());
    open.keySet().removeIf(name -> !fields.keeps(name, false));
    Entity projected = Entity.of(row.definition(), slots, open, row.isStored());
    return row.relatedNames().stream()
        .reduce(
            projected,
            (entity, name) -> entity.withRelated(name, row.related(name).orElse(null)),
            (a, b) -> b);
  }
}
