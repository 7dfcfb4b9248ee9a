package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.write.Create;
import dev.jongleur.operation.write.DeleteById;
import java.util.Map;

/**
 * Stores a row and the link to it (F-273): in one transaction where the store has them. Elsewhere,
 * and within a transaction of the caller's, the row is removed again when it cannot be linked.
 */
final class CreateLinked {
  private CreateLinked() {}

  static Entity row(Call call, Links links, Entity fresh) {
    return Together.isPossible(call, links.through().between())
        ? call.binding().together(() -> linked(call, links, Create.one(call, fresh)))
        : linkedOrRemoved(call, links, Create.one(call, fresh));
  }

  private static Entity linked(Call call, Links links, Entity stored) {
    var _ = links.add(stored, Map.of(), call.options());
    return stored;
  }

  private static Entity linkedOrRemoved(Call call, Links links, Entity stored) {
    try {
      return linked(call, links, stored);
    } catch (RuntimeException failure) {
      remove(call, stored, failure);
      throw failure;
    }
  }

  /** For good: a row that was deleted softly would keep its id and its unique keys. */
  private static void remove(Call call, Entity stored, RuntimeException failure) {
    try {
      var _ = DeleteById.row(call.beyondScope(), stored.id());
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }
}
