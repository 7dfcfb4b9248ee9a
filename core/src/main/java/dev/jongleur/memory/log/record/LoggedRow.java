package dev.jongleur.memory.log.record;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as it lies in a log, until somebody asks for it by a model. Immutable. */
public final class LoggedRow {
  private final RowShape shape;

  /** Its slots and open values, as a {@link BatchWriter} wrote them. */
  private final byte[] values;

  LoggedRow(RowShape shape, byte[] values) {
    this.shape = shape;
    this.values = values;
  }

  RowShape shape() {
    return shape;
  }

  byte[] values() {
    return values;
  }

  /**
   * The row under a model: its values as they were, where it was stored under the same shape; else
   * each as the model's property of that name reads it, and what the model does not define beside
   * them. Nested values are plain maps.
   *
   * @throws StoreException when the log held something else than a row
   */
  public Entity as(ModelDefinition model) {
    try {
      return read(model);
    } catch (DamagedException e) {
      throw new StoreException(
          "A row of \"" + model.name() + "\" in the log cannot be read: " + e.getMessage() + ".",
          e);
    }
  }

  private Entity read(ModelDefinition model) {
    var source = new Source(values);
    var in = new ValueReader(source);
    @Nullable Object[] slots = new @Nullable Object[shape.names().size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = in.slot();
    }
    Map<String, @Nullable Object> open = open(source, in);
    boolean isSame = shape.isOf(model) && slots.length == model.shape().size();
    return isSame ? Entity.of(model, slots, open, true) : moved(model, slots, open);
  }

  private static Map<String, @Nullable Object> open(Source source, ValueReader in) {
    var open = new LinkedHashMap<String, @Nullable Object>();
    int size = source.takeSize(3);
    for (int i = 0; i < size; i++) {
      open.put(in.text(), in.value());
    }
    return open;
  }

  private Entity moved(
      ModelDefinition model, @Nullable Object[] before, Map<String, @Nullable Object> beside) {
    @Nullable Object[] slots = new @Nullable Object[model.shape().size()];
    var open = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < before.length; i++) {
      if (before[i] != null) {
        put(model, shape.names().get(i), before[i], slots, open);
      }
    }
    beside.forEach(
        (name, value) -> put(model, name, value == null ? Nothing.NULL : value, slots, open));
    return Entity.of(model, slots, open, true);
  }

  private static void put(
      ModelDefinition model,
      String name,
      Object value,
      @Nullable Object[] slots,
      Map<String, @Nullable Object> open) {
    int slot = model.shape().slot(name);
    if (slot >= 0) {
      slots[slot] = read(model, slot, value);
    } else {
      open.put(name, value == Nothing.NULL ? null : value);
    }
  }

  /** A value that the property cannot read stays what it is, as it would have without a restart. */
  private static @Nullable Object read(ModelDefinition model, int slot, Object value) {
    try {
      return EntityReader.of(model, ModelLookup.NONE)
          .slotValue(model.shape().property(slot), value);
    } catch (JongleurException e) {
      return value;
    }
  }
}
