package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.query.Where;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps that operations which store something share: hooks before and after, validation. */
final class Storing {
  private final Call call;

  Storing(Call call) {
    this.call = call;
  }

  /** The whole entity as the observers before saving leave it. */
  Entity before(Entity entity, @Nullable Boolean isNew) {
    return call.hook(Hook.BEFORE_SAVE, context -> context.instance(entity).newInstance(isNew))
        .flatMap(HookContext::instance)
        .orElse(entity);
  }

  /** The change as the observers before saving leave it: the values, and the rows they are for. */
  Change before(Change change, @Nullable Entity current) {
    return call.hook(
            Hook.BEFORE_SAVE,
            context -> context.data(change.data()).where(change.where()).currentInstance(current))
        .map(context -> change.as(context.data(), context.where()))
        .orElse(change);
  }

  /** Whether what is stored is validated, where nobody says otherwise as by default. */
  boolean validates(boolean otherwise) {
    return call.options()
        .flag("validate")
        .orElseGet(() -> call.flags().is("automaticValidation", otherwise));
  }

  void validate(Entity entity, boolean otherwise) {
    if (validates(otherwise)) {
      Validate.entity(call, entity).throwIfAny();
    }
  }

  /** The entity to store, as the persist observers leave it; the caller's entity stays (F-165). */
  Entity persist(Entity entity, boolean isNew) {
    return persist(entity, null, isNew);
  }

  /** The same, for an entity that takes the place of a row. */
  Entity persist(Entity entity, @Nullable Where where, @Nullable Boolean isNew) {
    return call.hook(
            Hook.PERSIST,
            context -> {
              context.data(entity.toMap()).currentInstance(entity).newInstance(isNew);
              if (where != null) {
                context.where(where);
              }
            })
        .flatMap(HookContext::data)
        .map(data -> overwrite(entity, data))
        .orElse(entity)
        .withoutRelated();
  }

  /** The change to store, as the persist observers leave its values. */
  Change persist(Change change, @Nullable Entity current, @Nullable Boolean isNew) {
    return call.hook(
            Hook.PERSIST,
            context ->
                context
                    .data(change.data())
                    .where(change.where())
                    .currentInstance(current)
                    .newInstance(isNew))
        .flatMap(HookContext::data)
        .map(change::withData)
        .orElse(change);
  }

  /** The entity as the loaded observers leave it, where the operation shows their changes. */
  Entity loaded(Entity stored, @Nullable Boolean isNew, boolean shown) {
    return call.hook(Hook.LOADED, context -> context.data(stored.toMap()).newInstance(isNew))
        .flatMap(HookContext::data)
        .filter(data -> shown || call.flags().is("updateOnLoad", false))
        .map(data -> overwrite(stored, data).asStored())
        .orElse(stored);
  }

  /** The entity after a patch, of which the loaded observers see only what was changed. */
  Entity loadedChange(Entity changed, Map<String, @Nullable Object> changes) {
    return call.hook(Hook.LOADED, context -> context.data(changes).newInstance(false))
        .flatMap(HookContext::data)
        .filter(_ -> call.flags().is("updateOnLoad", false))
        .map(data -> call.reader().assign(changed, data).asStored())
        .orElse(changed);
  }

  /** The entity as the observers after saving leave it. */
  Entity after(Entity entity, @Nullable Boolean isNew) {
    if (!call.notifies()) {
      return entity;
    }
    return call.hook(Hook.AFTER_SAVE, context -> context.instance(entity).newInstance(isNew))
        .flatMap(HookContext::instance)
        .orElse(entity);
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
