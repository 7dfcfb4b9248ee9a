package dev.jongleur.memory;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.memory.Collections.Done;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** New rows on their way into a collection; remembers enough to tell which of them was refused. */
final class Insertion implements Function<Collection, Done<List<Entity>>> {
  private final ModelDefinition model;
  private final List<Entity> rows;
  private final List<RowChange> changes = new ArrayList<>();
  private @Nullable Collection before;

  Insertion(ModelDefinition model, List<Entity> rows) {
    this.model = model;
    this.rows = rows;
  }

  @Override
  public Done<List<Entity>> apply(Collection collection) {
    before = collection;
    var stored = new ArrayList<Entity>(rows.size());
    for (Entity row : rows) {
      Entity complete = collection.ids().complete(row).asStored();
      stored.add(complete);
      changes.add(new RowChange(collection.newKey(complete), null, complete));
    }
    return new Done<>(stored, changes);
  }

  /** What is told of a refusal: of one of several rows, which. */
  RuntimeException refused(DuplicateException taken) {
    return rows.size() == 1
        ? taken
        : BulkException.at(model.name(), firstRefused(), rows.size(), taken);
  }

  private int firstRefused() {
    Collection filled = before;
    for (int i = 0; filled != null && i < changes.size(); i++) {
      try {
        filled = filled.after(List.of(changes.get(i)), model);
      } catch (DuplicateException e) {
        return i;
      }
    }
    return 0;
  }
}
