package dev.jongleur.operation.step;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.operation.call.BeforeImage;
import dev.jongleur.operation.call.Call;
import dev.jongleur.plan.DataDepth;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The steps that operations which store something share: hooks before and after, validation. Where
 * nobody observes, nothing is copied.
 */
public final class Storing {
  private final Call call;

  public Storing(Call call) {
    this.call = call;
  }

  /** The whole entity as the observers before saving leave it. */
  public Entity before(Entity entity, @Nullable Boolean isNew) {
    if (!call.observes(Hook.BEFORE_SAVE)) {
      return entity;
    }
    BeforeImage.of(call, Hook.BEFORE_SAVE, () -> place(entity, isNew));
    HookContext context = call.context(Hook.BEFORE_SAVE).instance(entity).newInstance(isNew);
    return call.tell(context).instance().orElse(entity);
  }

  /** Where the row is that an entity takes the place of; nowhere, when it makes one. */
  private Where place(Entity entity, @Nullable Boolean isNew) {
    Object id = entity.id();
    return Boolean.TRUE.equals(isNew) || id == null ? Where.none() : call.byId(id);
  }

  /** The change as the observers before saving leave it: the values, and the rows they are for. */
  public Change before(Change change, @Nullable Entity current) {
    if (!call.observes(Hook.BEFORE_SAVE)) {
      return change;
    }
    BeforeImage.of(call, Hook.BEFORE_SAVE, change::where);
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
  public boolean validates(boolean otherwise) {
    return call.options().values().get("validate") instanceof Boolean said
        ? said
        : call.flags().is("automaticValidation", otherwise);
  }

  public void validate(Entity entity, boolean otherwise) {
    if (validates(otherwise)) {
      Validate.check(call, entity);
    }
    checkDepth(entity);
  }

  /** The entity, if it may be stored, with nothing that a strict model does not define. */
  public Entity validated(Entity entity) {
    validate(entity, true);
    if (call.model().isOpen() || entity.open().isEmpty()) {
      return entity;
    }
    var unknown = new LinkedHashMap<String, @Nullable Object>();
    entity.open().keySet().forEach(name -> unknown.put(name, Nothing.UNDEFINED));
    return call.reader().assign(entity, unknown);
  }

  /** The same, whatever is said by default. */
  public void check(Entity entity) {
    Validate.check(call, entity);
    checkDepth(entity);
  }

  private void checkDepth(Entity entity) {
    if (!DataDepth.isFlat(entity)) {
      var _ = call.storable(entity.toMap());
    }
  }

  /** The entity to store, as the persist observers leave it; the caller's entity stays (F-165). */
  public Entity persist(Entity entity, boolean isNew) {
    return persist(entity, null, isNew);
  }

  /** The same, for an entity that takes the place of a row. */
  public Entity persist(Entity entity, @Nullable Where where, @Nullable Boolean isNew) {
    BeforeImage.of(call, Boolean.TRUE.equals(isNew) ? null : where);
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
  public HookContext persisting(Entity entity) {
    return call.context(Hook.PERSIST).dataOf(entity).currentInstance(entity);
  }

  /** The entity to store, as the persist observers left it. */
  public Entity persisted(Entity entity, HookContext seen) {
    return seen.touchedData()
        .map(data -> Overwritten.of(call, entity, data))
        .orElse(entity)
        .withoutRelated();
  }

  /** The change to store, as the persist observers leave its values. */
  public Change persist(Change change, @Nullable Entity current, @Nullable Boolean isNew) {
    BeforeImage.of(call, change.where());
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

  /** A new entity as the observers after saving leave it, unless they are silenced. */
  public Entity created(Entity entity) {
    return call.notifies() ? after(entity, true) : entity;
  }

  /** The entity as the observers after saving leave it. */
  public Entity after(Entity entity, @Nullable Boolean isNew) {
    if (!call.observes(Hook.AFTER_SAVE)) {
      return entity;
    }
    HookContext context = call.context(Hook.AFTER_SAVE).instance(entity).newInstance(isNew);
    return call.tell(context).instance().orElse(entity);
  }
}
