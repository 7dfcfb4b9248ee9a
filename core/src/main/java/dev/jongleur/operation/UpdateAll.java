package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
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
    Change before = storing.before(new Change(changes, where), null);
    if (call.options().flag("validate").orElse(call.flags().is("validateUpdate", false))) {
      Entity partial = Entity.blank(call.model()).asStored();
      storing.validate(Changes.apply(call, partial, before.data()), true);
    }
    Change toStore = storing.persist(before, null, null);
    long count = Changes.set(call, toStore.where(), toStore.data());
    after(call, toStore, count);
    return count;
  }

  private static void after(Call call, Change change, long count) {
    if (call.notifies()) {
      var _ =
          call.hook(
              Hook.AFTER_SAVE,
              context -> context.where(change.where()).data(change.data()).count(count));
    }
  }
}
