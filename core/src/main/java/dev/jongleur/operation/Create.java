package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores new rows (F-156 to F-167). */
public final class Create {
  private Create() {}

  /** Makes an entity without storing it. */
  public static Entity make(Call call, Map<String, ? extends @Nullable Object> data) {
    return call.reader().read(data);
  }

  public static Entity one(Call call, Entity fresh) {
    var storing = new Storing(call);
    Entity entity = storing.before(Forced.onto(call, fresh.asNew()), true);
    storing.validate(entity, true);
    Entity stored = call.store().insert(call.model(), storing.persist(entity, true));
    return finish(call, storing, entity, stored);
  }

  /** Each item for itself: what could be stored stays, and one exception tells how each fared. */
  public static List<Entity> each(Call call, List<Entity> fresh) {
    var created = new ArrayList<Entity>(fresh.size());
    var failures = new ArrayList<@Nullable RuntimeException>(fresh.size());
    boolean failed = false;
    for (Entity entity : fresh) {
      try {
        created.add(one(Call.of(call.binding(), call.options()), entity));
        failures.add(null);
      } catch (RuntimeException e) {
        failures.add(e);
        failed = true;
      }
    }
    if (failed) {
      throw new BulkException(call.model().name(), failures);
    }
    return created;
  }

  /** All or none: validates every item before the first is stored (F-167). */
  public static List<Entity> all(Call call, List<Entity> fresh) {
    if (fresh.isEmpty()) {
      throw new dev.jongleur.error.DataException("There is nothing to create.");
    }
    var storing = new Storing(call);
    var entities = new ArrayList<Entity>(fresh.size());
    for (Entity item : fresh) {
      Entity entity = storing.before(Forced.onto(call, item.asNew()), true);
      storing.validate(entity, true);
      entities.add(entity);
    }
    List<Entity> rows = entities.stream().map(entity -> storing.persist(entity, true)).toList();
    List<Entity> stored = call.store().insertAll(call.model(), rows);
    var created = new ArrayList<Entity>(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      created.add(finish(call, storing, entities.get(i), stored.get(i)));
    }
    return created;
  }

  private static Entity finish(Call call, Storing storing, Entity entity, Entity stored) {
    Entity withId = call.model().hasKey() ? entity.with(keyOf(stored)) : entity;
    Entity loaded = storing.loaded(withId.asStored(), true, false);
    return storing.after(loaded, true);
  }

  private static Map<String, @Nullable Object> keyOf(Entity stored) {
    var key = new java.util.LinkedHashMap<String, @Nullable Object>();
    var shape = stored.definition().shape();
    for (int part = 0; part < shape.keySize(); part++) {
      String name = shape.property(shape.keySlot(part)).name();
      key.put(name, stored.get(name));
    }
    return key;
  }
}
