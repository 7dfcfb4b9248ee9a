package dev.jongleur.operation.step;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.operation.call.Call;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step after a row was read or stored: the observers of {@code loaded} see it. */
public final class Loading {
  private Loading() {}

  /** The entity as they leave it, where the operation shows their changes. */
  public static Entity of(Call call, Entity stored, @Nullable Boolean isNew, boolean shown) {
    if (!call.observes(Hook.LOADED)) {
      return stored;
    }
    HookContext context = call.tell(context(call, stored).newInstance(isNew));
    return seen(call, stored, context, shown);
  }

  /** What they are to see of an entity. */
  public static HookContext context(Call call, Entity stored) {
    return call.context(Hook.LOADED).dataOf(stored);
  }

  /** The entity as they left it, where the operation shows their changes. */
  public static Entity seen(Call call, Entity stored, HookContext context, boolean shown) {
    return shown(call, context, shown)
        .map(data -> Overwritten.of(call, stored, data).asStored())
        .orElse(stored);
  }

  /** The entity after a patch, of which they see only what was changed. */
  public static Entity change(Call call, Entity changed, Map<String, @Nullable Object> changes) {
    if (!call.observes(Hook.LOADED)) {
      return changed;
    }
    HookContext context = call.context(Hook.LOADED).dataOf(changes).newInstance(false);
    return shown(call, call.tell(context), false)
        .map(data -> call.reader().assign(changed, data).asStored())
        .orElse(changed);
  }

  /** Data as the observers leave it, if it is shown; else where the model updates on load. */
  private static Optional<Map<String, @Nullable Object>> shown(
      Call call, HookContext seen, boolean always) {
    return always || call.flags().is("updateOnLoad", false) ? seen.touchedData() : Optional.empty();
  }
}
