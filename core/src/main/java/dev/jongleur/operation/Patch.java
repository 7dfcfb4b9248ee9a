package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets named values on one row (F-199): updateAttributes. */
public final class Patch {
  private Patch() {}

  /** By id: reads the row first. */
  public static Entity byId(
      Call call, @Nullable Object rawId, Map<String, ? extends @Nullable Object> data) {
    Object id = call.id(rawId);
    return of(call, current(call, id), data);
  }

  /** An entity at hand; it stays as it is, and the changed one is returned. */
  public static Entity of(Call call, Entity current, Map<String, ? extends @Nullable Object> data) {
    return of(call, current, data, true);
  }

  static Entity of(
      Call call, Entity current, Map<String, ? extends @Nullable Object> data, boolean validated) {
    var storing = new Storing(call);
    Where where = call.byKey(current);
    Map<String, @Nullable Object> changes =
        Changes.withoutId(
            call, Changes.of(call, data, storing.validates(validated)), current.id());
    Change before = storing.before(new Change(changes, where), current);
    Entity changed = Changes.apply(call, current, before.data());
    storing.validate(changed, validated);
    Change read = before.withData(Changes.read(changed, before.data()));
    Change toStore = storing.persist(read, changed, false);
    if (Changes.set(call, where, toStore.data()) == 0 && call.isMissed()) {
      throw missing(call, current.id());
    }
    Entity loaded = storing.loadedChange(changed.asStored(), toStore.data());
    return storing.after(loaded, false);
  }

  static Entity current(Call call, Object id) {
    return Find.quietly(call, Filter.of(call.byId(id))).stream()
        .findFirst()
        .orElseThrow(() -> missing(call, id));
  }

  static NotFoundException missing(Call call, @Nullable Object id) {
    return new NotFoundException("There is no \"" + call.model().name() + "\" with id " + id + ".");
  }
}
