package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import java.util.ArrayList;
import java.util.List;

/** Stores new rows, all or none (F-166, F-167). */
public final class CreateAll {
  private CreateAll() {}

  /**
   * Every item is made ready before the first is stored; the first that fails ends it.
   *
   * @throws BulkException telling which item failed; nothing was stored
   * @throws DataException when there is nothing to store
   */
  public static List<Entity> rows(Call call, List<Entity> fresh) {
    if (fresh.isEmpty()) {
      throw new DataException("There is no \"" + call.model().name() + "\" to create.");
    }
    var storing = new Storing(call);
    var entities = new ArrayList<Entity>(fresh.size());
    for (Entity item : fresh) {
      entities.add(ready(call, storing, item, entities.size(), fresh.size()));
    }
    List<Entity> rows = entities.stream().map(entity -> storing.persist(entity, true)).toList();
    return finished(storing, entities, stored(call, rows));
  }

  private static Entity ready(Call call, Storing storing, Entity item, int index, int size) {
    try {
      return Create.ready(call, storing, item);
    } catch (RuntimeException e) {
      throw BulkException.at(call.model().name(), index, size, e);
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

  private static List<Entity> finished(
      Storing storing, List<Entity> entities, List<Entity> stored) {
    var created = new ArrayList<Entity>(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      created.add(Create.finish(storing, entities.get(i), stored.get(i)));
    }
    return created;
  }
}
