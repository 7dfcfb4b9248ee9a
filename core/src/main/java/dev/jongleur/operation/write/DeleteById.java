package dev.jongleur.operation.write;

import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.query.Filter;
import org.jspecify.annotations.Nullable;

/** Removes the row with an id (F-193). */
public final class DeleteById {
  private DeleteById() {}

  /**
   * @return how many rows were removed
   */
  public static long row(Call call, @Nullable Object rawId) {
    Object id = call.id(rawId);
    var removing = new Removing(call, null);
    return removing.checked(
        removing.rows(Scoping.toRemove(call, Filter.of(call.byId(id))).where()), id);
  }
}
