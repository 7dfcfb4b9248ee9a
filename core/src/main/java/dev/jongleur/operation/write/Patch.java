package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.step.Change;
import dev.jongleur.operation.step.Changes;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.operation.step.Storing;
import dev.jongleur.operation.step.Target;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets named values on one row (F-199): updateAttributes. */
public final class Patch {
  private Patch() {}

  /** By id, within the default scope: reads the row first. */
  public static Entity byId(
      Call call, @Nullable Object rawId, Map<String, ? extends @Nullable Object> data) {
    return of(call, current(call, call.id(rawId)), data);
  }

  /** An entity at hand; it stays as it is, and the changed one is returned. */
  public static Entity of(Call call, Entity current, Map<String, ? extends @Nullable Object> data) {
    return of(Choosing.of(call, current), current, data, true);
  }

  static Entity of(
      Call call, Entity current, Map<String, ? extends @Nullable Object> data, boolean validated) {
    Map<String, @Nullable Object> asked =
        Changes.of(call, data, () -> new Storing(call).validates(validated));
    Map<String, @Nullable Object> id = Changes.id(call, asked, current.id());
    Map<String, @Nullable Object> changes =
        call.keeping().changed(Changes.withoutId(call, asked, current.id()));
    Target target = Target.of(call, current, data);
    return set(call, current, withId(id, changes), target, validated);
  }

  /** The id is among what observers see, where it was told; it is never set. */
  private static Map<String, @Nullable Object> withId(
      Map<String, @Nullable Object> id, Map<String, @Nullable Object> changes) {
    if (id.isEmpty()) {
      return changes;
    }
    id.putAll(changes);
    return id;
  }

  /** Sets values that were looked at on the row that is meant. */
  static Entity set(
      Call call,
      Entity current,
      Map<String, @Nullable Object> changes,
      Target target,
      boolean validated) {
    var storing = new Storing(call);
    Change before = storing.before(new Change(changes, target.key()), current);
    Entity changed = call.reader().assign(current, before.data());
    if (!Objects.equals(changed.id(), current.id())) {
      throw Target.missing(call, changed.id());
    }
    storing.validate(changed, validated);
    Change toStore = storing.persist(Changes.read(call, before, changed), changed, false);
    if (Changes.set(call, target.where(), toStore.data(), changed) == 0 && call.isMissed()) {
      throw target.missed();
    }
    Entity stored = target.moved(changed.asStored(), Changes.setsAny(call, toStore.data()));
    return storing.after(Loading.change(call, stored, toStore.data()), false);
  }

  static Entity current(Call call, Object id) {
    Filter filter = Scoping.readyTyped(call, Filter.one(call.byId(id)));
    List<Entity> rows = call.store().find(call.model(), filter);
    if (rows.isEmpty()) {
      throw Target.missing(call, id);
    }
    return Choosing.row(call, call.typed(rows.getFirst()));
  }
}
