package dev.jongleur.operation.call;

import dev.jongleur.definition.Default;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that are the default and are left out of a row that is made (F-034). */
public record Unwritten(List<Value> values) {

  record Value(int slot, Object initial) {}

  public static Unwritten of(ModelDefinition model) {
    var values = new ArrayList<Value>();
    Shape shape = model.shape();
    for (int slot = 0; slot < shape.size(); slot++) {
      Property property = shape.property(slot);
      if (property.initial() instanceof Default.Literal(Object said)
          && !property.appliesDefault()) {
        Object read = EntityReader.of(model, ModelLookup.NONE).slotValue(property, said);
        if (read != null) {
          values.add(new Value(slot, read));
        }
      }
    }
    return new Unwritten(List.copyOf(values));
  }

  /** The row as it is stored. */
  public Entity outOf(Entity row) {
    Entity left = row;
    for (Value value : values) {
      @Nullable Object there = row.slot(value.slot());
      if (value.initial().equals(there)) {
        String name = row.definition().shape().property(value.slot()).name();
        left = left.set(Collections.singletonMap(name, null));
      }
    }
    return left;
  }
}
