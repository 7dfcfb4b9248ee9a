package dev.jongleur.operation.write;

import dev.jongleur.definition.Upkeep;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.step.Target;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings back a row that was deleted softly; observers see it as a patch. */
public final class Restore {
  private Restore() {}

  /**
   * @throws NotFoundException when no such row was deleted
   * @throws UnsupportedException when the model deletes for good
   */
  public static Entity byId(Call scoped, @Nullable Object rawId) {
    Call call = scoped.beyondScope();
    Upkeep upkeep = call.model().upkeep();
    if (!upkeep.isSoft()) {
      throw new UnsupportedException(
          "\"" + call.model().name() + "\" deletes for good: there is nothing to restore.");
    }
    Object id = call.id(rawId);
    Where deleted =
        Where.and(call.byId(id), new Where.Comparison(upkeep.deleted(), Operator.NEQ, null));
    List<Entity> rows = call.store().find(call.model(), Filter.of(deleted).limit(1));
    if (rows.isEmpty()) {
      throw new NotFoundException(
          "No \"" + call.model().name() + "\" with id " + id + " was deleted.");
    }
    Entity row = call.typed(rows.getFirst());
    Target target = Target.of(call, row, Map.of()).at(deleted);
    return Patch.set(call, row, call.keeping().restoration(), target, true);
  }
}
