package dev.jongleur.operation.write;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Unwritten;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores new rows, all or none (F-166, F-167). The hooks before and after saving are each item's
 * own; those around the store see all of them at once.
 */
public final class CreateAll {
  private CreateAll() {}

  /**
   * Every item is made ready before the first is stored; the first that fails ends it.
   *
   * @throws BulkException telling which item failed; nothing was stored
   * @throws DataException when there is nothing to store
   */
  public static List<Entity> rows(
      Call asked, List<? extends Map<String, ? extends @Nullable Object>> items) {
    if (items.isEmpty()) {
      throw new DataException("There is no \"" + asked.model().name() + "\" to create.");
    }
    return ofOneModel(chosen(asked, items), items);
  }

  /** The model that all items are of: a store takes the rows of one model at once. */
  private static Call chosen(
      Call asked, List<? extends Map<String, ? extends @Nullable Object>> items) {
    Call first = Choosing.of(asked, items.getFirst());
    for (var item : items) {
      ModelDefinition other = Choosing.of(asked, item).model();
      if (other != first.model()) {
        throw new DataException(
            "Rows of \"%s\" and of \"%s\" are not created at once: create each, or those of a model."
                .formatted(first.model().name(), other.name()));
      }
    }
    return first;
  }

  private static List<Entity> ofOneModel(
      Call call, List<? extends Map<String, ? extends @Nullable Object>> items) {
    var bulk = new Bulk(call);
    for (var item : items) {
      ready(bulk, item, items.size());
    }
    List<Entity> stored = stored(call, bulk.persisted());
    return bulk.after(bulk.loaded(stored));
  }

  private static void ready(Bulk bulk, Map<String, ? extends @Nullable Object> item, int size) {
    try {
      bulk.ready(item);
    } catch (RuntimeException e) {
      throw BulkException.at(bulk.model(), bulk.size(), size, e);
    }
  }

  /** A store tells which row it was, unless there is only one. */
  private static List<Entity> stored(Call call, List<Entity> rows) {
    try {
      Unwritten unwritten = call.profile().unwritten();
      return call.store().insertAll(call.model(), rows.stream().map(unwritten::outOf).toList());
    } catch (DuplicateException taken) {
      throw rows.size() == 1 ? BulkException.at(call.model().name(), 0, 1, taken) : taken;
    }
  }
}
