package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.write.Patch;
import dev.jongleur.relation.Members.Owned;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets values on one row within a part of a model, which it does not leave by that (F-261). */
public final class PatchRelated {
  private PatchRelated() {}

  /**
   * @throws dev.jongleur.error.NotFoundException when the row is not in the part
   * @throws DataException when the data has another key for what it belongs to
   */
  public static Entity row(
      Call call, Narrowed part, @Nullable Object id, Map<String, ? extends @Nullable Object> data) {
    Entity current = Member.of(call, part, id);
    if (part.members() instanceof Owned owned) {
      refuseMove(call, owned.key(), current, data);
    }
    return Patch.of(call, current, data);
  }

  private static void refuseMove(
      Call call, String key, Entity current, Map<String, ? extends @Nullable Object> data) {
    Entity changed = call.reader().assign(current, data);
    if (!Objects.equals(changed.get(key), current.get(key))) {
      throw new DataException(
          "\""
              + key
              + "\" of a \""
              + call.model().name()
              + "\" says where it belongs, and is not changed through its relation.");
    }
  }
}
