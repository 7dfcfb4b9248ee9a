package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import org.jspecify.annotations.Nullable;

/** Removes rows (F-191 to F-194). */
public final class Delete {
  private Delete() {}

  /**
   * @return how many rows were removed
   */
  public static long all(Call call, Filter asked) {
    return matching(call, call.toChange(asked).where(), null);
  }

  public static long byId(Call call, @Nullable Object rawId) {
    Object id = call.id(rawId);
    long count = matching(call, call.toChange(Filter.of(call.byId(id))).where(), null);
    checkFound(call, id, count);
    return count;
  }

  /** The row of an entity at hand, wherever the default scope lies. */
  public static long entity(Call call, Entity entity) {
    Filter filter = Filter.of(call.byKey(entity));
    Where where =
        call.hook(Hook.ACCESS, context -> context.query(filter))
            .flatMap(HookContext::query)
            .orElse(filter)
            .where();
    long count = matching(call, where, entity);
    checkFound(call, entity.id(), count);
    return count;
  }

  private static long matching(Call call, Where asked, @Nullable Entity instance) {
    if (!call.notifies()) {
      return call.store().delete(call.model(), asked);
    }
    Where where =
        call.hook(Hook.BEFORE_DELETE, context -> fill(context, asked, instance))
            .flatMap(HookContext::where)
            .orElse(asked);
    long count = call.store().delete(call.model(), where);
    var _ = call.hook(Hook.AFTER_DELETE, context -> fill(context, where, instance).count(count));
    return count;
  }

  private static HookContext fill(HookContext context, Where where, @Nullable Entity instance) {
    context.where(where);
    return instance == null ? context : context.instance(instance);
  }

  /** F-193: a row that is not there is an error only where deletion is strict. */
  private static void checkFound(Call call, @Nullable Object id, long count) {
    if (count == 0 && call.flags().is("strictDelete", false)) {
      throw Patch.missing(call, id);
    }
  }
}
