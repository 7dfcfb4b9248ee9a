package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.operation.call.BeforeImage;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.step.Target;
import dev.jongleur.query.Where;
import org.jspecify.annotations.Nullable;

/**
 * The step that operations which remove rows share, with its observers. Where deletion is soft, the
 * rows stay and say when they were deleted; only an unscoped call removes them.
 */
record Removing(Call call, @Nullable Entity instance) {

  /**
   * @return how many rows were removed
   */
  long rows(Where asked) {
    if (instance == null && !call.notifies()) {
      return remove(asked);
    }
    Where where = before(asked);
    BeforeImage.of(call, where);
    long count = remove(where);
    if (call.observes(Hook.AFTER_DELETE)) {
      var _ = call.tell(context(Hook.AFTER_DELETE, where).count(count));
    }
    return count;
  }

  private Where before(Where asked) {
    BeforeImage.of(call, Hook.BEFORE_DELETE, () -> asked);
    return call.observes(Hook.BEFORE_DELETE)
        ? call.tell(context(Hook.BEFORE_DELETE, asked)).where().orElse(asked)
        : asked;
  }

  private long remove(Where where) {
    boolean stays = call.model().upkeep().isSoft() && !call.isUnscoped();
    return stays
        ? call.store().update(call.model(), where, call.keeping().deletion())
        : call.store().delete(call.model(), where);
  }

  private HookContext context(Hook hook, Where where) {
    HookContext context = call.context(hook).where(where);
    return instance == null ? context : context.instance(instance);
  }

  /** F-193: a row that is not there is an error only where deletion is strict. */
  long checked(long count, @Nullable Object id) {
    if (count == 0 && call.flags().is("strictDelete", false)) {
      throw Target.missing(call, id);
    }
    return count;
  }
}
