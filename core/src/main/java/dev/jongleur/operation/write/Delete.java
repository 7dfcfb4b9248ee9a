package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.step.Target;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.Map;

/** Removes the row of an entity at hand, wherever the default scope lies (F-194). */
public final class Delete {
  private Delete() {}

  /**
   * @return how many rows were removed
   */
  public static long entity(Call asked, Entity entity) {
    Call call = Choosing.of(asked, entity);
    Target target = Target.of(call, entity, Map.of());
    var removing = new Removing(call, entity);
    long count = removing.rows(target.within(access(call, target.key())));
    if (count == 0) {
      target.refuseStale();
    }
    return removing.checked(count, entity.id());
  }

  private static Where access(Call call, Where key) {
    Filter filter = Filter.of(key);
    return call.observes(Hook.ACCESS)
        ? call.tell(call.context(Hook.ACCESS).query(filter)).query().orElse(filter).where()
        : key;
  }
}
