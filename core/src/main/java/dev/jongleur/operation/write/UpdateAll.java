package dev.jongleur.operation.write;

import dev.jongleur.definition.Upkeep;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.observer.Hook;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Forced;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.step.Change;
import dev.jongleur.operation.step.Changes;
import dev.jongleur.operation.step.Storing;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets values on every row that matches (F-186 to F-188). */
public final class UpdateAll {
  private UpdateAll() {}

  /**
   * @return how many rows matched
   */
  public static long rows(Call call, Filter asked, Map<String, ? extends @Nullable Object> data) {
    refuseVersion(call, data);
    Where where = Scoping.toChange(call, asked).where();
    var storing = new Storing(call);
    Map<String, @Nullable Object> changes = Forced.onto(call, Changes.of(call, data, () -> false));
    call.identity().keys().forEach(key -> changes.remove(key.name()));
    Change before = storing.before(new Change(call.keeping().changed(changes), where), null);
    Entity partial = call.reader().assign(Entity.blank(call.model()).asStored(), before.data());
    if (validates(call)) {
      storing.check(partial);
    }
    Change toStore = storing.persist(Changes.read(call, before, partial), null, null);
    long count = Changes.set(call, toStore.where(), toStore.data());
    after(call, toStore, count);
    return count;
  }

  /** Only when told to: the partial values of many rows are no whole entity (F-345). */
  private static boolean validates(Call call) {
    return call.options()
        .flag("validate")
        .orElse(call.flags().is("validateUpdate", call.flags().is("automaticValidation", false)));
  }

  /** Rows have versions of their own; one that was seen can be of one row only. */
  private static void refuseVersion(Call call, Map<String, ? extends @Nullable Object> data) {
    Upkeep upkeep = call.model().upkeep();
    if (upkeep.isVersioned() && data.containsKey(upkeep.version())) {
      throw new DataException(
          "\""
              + upkeep.version()
              + "\" of \""
              + call.model().name()
              + "\" counts changes: put it into the condition, not among the values.");
    }
  }

  private static void after(Call call, Change change, long count) {
    if (call.observes(Hook.AFTER_SAVE)) {
      var _ =
          call.tell(
              call.context(Hook.AFTER_SAVE)
                  .where(change.where())
                  .dataOf(change.data())
                  .count(count));
    }
  }
}
