package dev.jongleur.operation;

import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets values on every row that matches (F-186 to F-188). */
public final class UpdateAll {
  private UpdateAll() {}

  /**
   * @return how many rows matched
   */
  public static long rows(Call call, Filter asked, Map<String, ? extends @Nullable Object> data) {
    Where where = call.toChange(asked).where();
    var storing = new Storing(call);
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(Changes.of(call, data));
    changes.putAll(Forced.values(call));
    call.model().properties().stream()
        .filter(property -> property.isId())
        .forEach(property -> changes.remove(property.name()));
    Map<String, @Nullable Object> before = storing.before(changes, where, null);
    if (call.options().flag("validate").orElse(call.flags().is("validateUpdate", false))) {
      storing.validate(
          Changes.apply(call, dev.jongleur.entity.Entity.blank(call.model()).asStored(), before),
          true);
    }
    Map<String, @Nullable Object> toStore = storing.persist(before, where, null);
    long count =
        toStore.isEmpty()
            ? call.store().count(call.model(), where)
            : call.store().update(call.model(), where, Changes.typed(call, toStore));
    after(call, where, toStore, count);
    return count;
  }

  private static void after(
      Call call, Where where, Map<String, @Nullable Object> data, long count) {
    if (call.notifies()) {
      var _ =
          call.hook(Hook.AFTER_SAVE, context -> context.where(where).data(data).count(count))
              .map(HookContext::state);
    }
  }
}
