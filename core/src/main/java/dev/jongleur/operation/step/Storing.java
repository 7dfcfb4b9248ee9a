package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.plan.DataDepth;
import dev.jongleur.query.Where;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps that operations which store something share: hooks before and after, validation. Where
 * nobody observes, nothing is copied.
 */
final class Storing {
  private final Call call;

  Storing(Call call) {
    this.call = call;
  }

  /** The whole entity as the observers before saving leave it. */
  Entity before(Entity entity, @Nullable Boolean isNew) {
    if (!call.observes(Hook.BEFORE_SAVE)) {
      return entity;
    }
    call.remember(Hook.BEFORE_SAVE, () -> place(entity, isNew));
    HookContext context = call.context(Hook.BEFORE_SAVE).instance(entity).newInstance(isNew);
    return call.tell(context).instance().orElse(entity);
  }

  /** Where the row is that an entity takes the place of; nowhere, when it makes one. */
  private Where place(Entity entity, @Nullable Boolean isNew) {
    Object id = entity.id();
    return Boolean.TRUE.equals(isNew) || id == null ? Where.none() : call.byId(id);
  }

  /** The change as the observers before saving leave it: the values, and the rows they are for. */
  Change before(Change change, @Nullable Entity current) {
    if (!call.observes(Hook.BEFORE_SAVE)) {
      return change;
    }
    call.remember(Hook.BEFORE_SAVE, change::where);
    HookContext context =
        call.tell(
            call.context(Hook.BEFORE_SAVE)
                .dataOf(change.data())
                .where(change.where())
                .currentInstance(current));
    return new Change(
        context.touchedData().orElse(change.data()), context.where().orElse(change.where()));
  }

  /** Whether what is stored is validated, where nobody says otherwise as by default. */
  boolean validates(boolean otherwise) {
    return call.options().values().get("validate") instanceof Boolean said
        ? said
        : call.flags().is("automaticValidation", otherwise);
  }

  void validate(Entity entity, boolean otherwise) {
    if (validates(otherwise)) {
      Validate.check(call, entity);
    }
    if (!DataDepth.isFlat(entity)) {
      var _ = call.storable(entity.toMap());
    }
  }

  /** The entity to store, as the persist observers leave it; the caller's entity stays (F-165). */
  Entity persist(Entity entity, boolean isNew) {
    return persist(entity, null, isNew);
  }

  /** The same, for an entity that takes the place of a row. */
  Entity persist(Entity entity, @Nullable Where where, @Nullable Boolean isNew) {
    call.remember(Boolean.TRUE.equals(isNew) ? null : where);
    if (!call.observes(Hook.PERSIST)) {
      return entity.withoutRelated();
    }
    HookContext context = persisting(entity).newInstance(isNew);
    if (where != null) {
      context.where(where);
    }
    return persisted(entity, call.tell(context));
  }

  /** What the persist observers are to see of an entity. */
  HookContext persisting(Entity entity) {
    return call.context(Hook.PERSIST).dataOf(entity).currentInstance(entity);
  }

  /** The entity to store, as the persist observers left it. */
  Entity persisted(Entity entity, HookContext seen) {
    return seen.touchedData().map(data -> overwrite(entity, data)).orElse(entity).withoutRelated();
  }

  /** The change to store, as the persist observers leave its values. */
  Change persist(Change change, @Nullable Entity current, @Nullable Boolean isNew) {
    call.remember(change.where());
    if (!call.observes(Hook.PERSIST)) {
      return change;
    }
    HookContext context =
        call.context(Hook.PERSIST)
            .dataOf(change.data())
            .where(change.where())
            .currentInstance(current)
            .newInstance(isNew);
    return call.tell(context).touchedData().map(change::withData).orElse(change);
  }

  /** The entity as the loaded observers leave it, where the operation shows their changes. */
  Entity loaded(Entity stored, @Nullable Boolean isNew, boolean shown) {
    if (!call.observes(Hook.LOADED)) {
      return stored;
    }
    HookContext context = call.tell(loading(stored).newInstance(isNew));
    return loaded(stored, context, shown);
  }

  /** What the loaded observers are to see of an entity. */
  HookContext loading(Entity stored) {
    return call.context(Hook.LOADED).dataOf(stored);
  }

  /** The entity as the loaded observers left it, where the operation shows their changes. */
  Entity loaded(Entity stored, HookContext seen, boolean shown) {
    return shown(seen, shown).map(data -> overwrite(stored, data).asStored()).orElse(stored);
  }

  /** The entity after a patch, of which the loaded observers see only what was changed. */
  Entity loadedChange(Entity changed, Map<String, @Nullable Object> changes) {
    if (!call.observes(Hook.LOADED)) {
      return changed;
    }
    HookContext context = call.context(Hook.LOADED).dataOf(changes).newInstance(false);
    return shown(call.tell(context), false)
        .map(data -> call.reader().assign(changed, data).asStored())
        .orElse(changed);
  }

  /** Data as the observers leave it, if it is shown; else where the model updates on load. */
  private Optional<Map<String, @Nullable Object>> shown(HookContext seen, boolean always) {
    return always || call.flags().is("updateOnLoad", false) ? seen.touchedData() : Optional.empty();
  }

  /** The entity as the observers after saving leave it. */
  Entity after(Entity entity, @Nullable Boolean isNew) {
    if (!call.notifies() || !call.observes(Hook.AFTER_SAVE)) {
      return entity;
    }
    HookContext context = call.context(Hook.AFTER_SAVE).instance(entity).newInstance(isNew);
    return call.tell(context).instance().orElse(entity);
  }

  /** The entity with exactly these values: what is missing in the data is removed. */
  private Entity overwrite(Entity entity, Map<String, @Nullable Object> data) {
    var values = new LinkedHashMap<String, @Nullable Object>(data);
    var missing = new HashSet<>(entity.toMap().keySet());
    missing.removeAll(data.keySet());
    missing.forEach(name -> values.put(name, Nothing.UNDEFINED));
    return withRelated(call.reader().assign(entity, values), entity);
  }

  /** What was read along is no value, and no observer's. */
  private static Entity withRelated(Entity entity, Entity before) {
    Entity whole = entity;
    for (String relation : before.relatedNames()) {
      whole = whole.withRelated(relation, before.related(relation).orElse(null));
    }
    return whole;
  }
}
