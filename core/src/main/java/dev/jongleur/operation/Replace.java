package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a whole row in the place of another (F-185): what is left out is gone. */
public final class Replace {
  private Replace() {}

  public static Entity byId(
      Call call, @Nullable Object rawId, Map<String, ? extends @Nullable Object> data) {
    Object id = call.id(rawId);
    var whole = new LinkedHashMap<String, @Nullable Object>(Changes.withoutId(call, data, id));
    whole.put(call.idProperty().name(), id);
    return row(call, call.reader().read(whole).asStored(), false);
  }

  /** Stores an entity that was changed at hand; refuses one whose row is gone (F-195). */
  public static Entity save(Call call, Entity entity) {
    return entity.isStored() ? row(call, entity, null) : Create.one(call, entity);
  }

  /**
   * @param told what observers are told of whether it is new
   */
  private static Entity row(Call call, Entity entity, @Nullable Boolean told) {
    var storing = new Storing(call);
    Object id = entity.id();
    String key = call.idProperty().name();
    Entity before = storing.before(Forced.onto(call, entity), told).with(key, id).asStored();
    storing.validate(before, true);
    Entity toStore = storing.persist(before, call.byKey(before), told).with(key, id).asStored();
    if (!call.store().replace(call.model(), toStore) && call.isMissed()) {
      throw Patch.missing(call, id);
    }
    return storing.after(storing.loaded(toStore, false, true), false);
  }
}
