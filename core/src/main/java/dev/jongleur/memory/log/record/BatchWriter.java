package dev.jongleur.memory.log.record;

import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.memory.log.record.LoggedBatch.Change;
import dev.jongleur.memory.log.record.LoggedBatch.Part;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches: for each collection its changes, and before the first row of a shape the shape
 * itself. One thread's.
 */
public final class BatchWriter {
  static final int END = 0;
  static final int PART = 1;
  static final int CLEARED_PART = 2;
  static final int PUT = 3;
  static final int REMOVE = 4;
  static final int SHAPE = 5;

  private final Sink sink;
  private final ShapesWritten shapes;
  private final ValueWriter out;

  public BatchWriter(Sink sink, ShapesWritten shapes) {
    this.sink = sink;
    this.shapes = shapes;
    this.out = new ValueWriter(sink);
  }

  /**
   * Writes a batch.
   *
   * @throws dev.jongleur.error.DataException when it holds a value that cannot be written
   */
  public void batch(LoggedBatch batch) {
    for (Part part : batch.parts()) {
      part(part.collection(), part.isCleared(), part.nextId());
      part.changes().forEach(this::change);
    }
    end();
  }

  public void part(String collection, boolean isCleared, long nextId) {
    sink.put(isCleared ? CLEARED_PART : PART);
    out.text(collection);
    sink.putLong(nextId);
  }

  public void end() {
    sink.put(END);
  }

  private void change(Change change) {
    Entity after = change.after();
    if (after == null) {
      sink.put(REMOVE);
      out.value(change.key());
    } else {
      put(change.key(), after);
    }
  }

  public void put(@Nullable Object key, Entity row) {
    Shape shape = row.definition().shape();
    int known = shapes.number(shape);
    int number = known >= 0 ? known : shape(RowShape.of(shape));
    begin(key, number);
    int length = sink.size();
    sink.putInt(0);
    for (int slot = 0; slot < shape.size(); slot++) {
      out.slot(row.slot(slot));
    }
    open(row.open());
    sink.putInt(length, sink.size() - length - 4);
  }

  /** A row that was read from a log, as it is. */
  public void put(@Nullable Object key, LoggedRow row) {
    int known = shapes.number(row.shape());
    begin(key, known >= 0 ? known : shape(row.shape()));
    sink.putInt(row.values().length);
    sink.put(row.values(), 0, row.values().length);
  }

  private void begin(@Nullable Object key, int shape) {
    sink.put(PUT);
    out.value(key);
    sink.putCount(shape);
  }

  private void open(Map<String, @Nullable Object> open) {
    sink.putCount(open.size());
    open.forEach((name, value) -> {
      out.text(name);
      out.value(value);
    });
  }

  private int shape(RowShape shape) {
    int number = shapes.add(shape);
    sink.put(SHAPE);
    sink.putCount(number);
    shape.write(out, sink);
    return number;
  }
}
