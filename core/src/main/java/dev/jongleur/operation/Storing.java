package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.query.Where;
import dev.jongleur.validation.Validator;
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

  /** The changed values as the observers before saving leave them. */
  Map<String, @Nullable Object> before(
      Map<String, @Nullable Object> data, Where where, @Nullable Entity current) {
    return call.hook(
            Hook.BEFORE_SAVE, context -> context.data(data).where(where).currentInstance(current))
        .flatMap(HookContext::data)
        .orElse(data);
  }

  void validate(Entity entity, boolean otherwise) {
    boolean wanted =
        call.options()
            .flag("validate")
            .orElseGet(() -> call.flags().is("automaticValidation", otherwise));
    if (wanted) {
      new Validator(call.model(), filter -> Find.quietly(call, filter)).check(entity);
    }
  }

  /** The entity to store, as the persist observers leave it; the caller's entity stays (F-165). */
  Entity persist(Entity entity, boolean isNew) {
    return call.hook(
            Hook.PERSIST,
            context -> context.data(entity.toMap()).currentInstance(entity).newInstance(isNew))
        .flatMap(HookContext::data)
        .map(data -> overwrite(entity, data))
        .orElse(entity)
        .withoutRelated();
  }

  /** The values to store, as the persist observers leave them. */
  Map<String, @Nullable Object> persist(
      Map<String, @Nullable Object> data, Where where, @Nullable Entity current) {
    return call.hook(
            Hook.PERSIST,
            context -> {
              context.data(data).where(where).currentInstance(current);
              if (current != null) {
                context.newInstance(false);
              }
            })
        .flatMap(HookContext::data)
        .orElse(data);
  }

  /** The entity as the loaded observers leave it, where the operation shows their changes. */
  Entity loaded(Entity stored, @Nullable Boolean isNew, boolean shown) {
    return call.hook(Hook.LOADED, context -> context.data(stored.toMap()).newInstance(isNew))
        .flatMap(HookContext::data)
        .filter(data -> shown || call.flags().is("updateOnLoad", false))
        .map(data -> overwrite(stored, data).asStored())
        .orElse(stored);
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
    return call.reader().assign(entity, values);
  }
}
