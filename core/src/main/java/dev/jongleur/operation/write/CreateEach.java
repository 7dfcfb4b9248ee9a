package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.operation.call.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Stores new rows, each for itself (F-158). */
public final class CreateEach {
  private CreateEach() {}

  /**
   * @throws BulkException when any failed, telling how each fared; what could be stored stays
   */
  public static List<Entity> rows(Call call, List<Entity> fresh) {
    return rows(call, fresh, Create::one);
  }

  /** The same where each is stored in a way of its own. */
  public static List<Entity> rows(
      Call call, List<Entity> fresh, BiFunction<Call, Entity, Entity> store) {
    var created = new ArrayList<Entity>(fresh.size());
    var failures = new ArrayList<@Nullable RuntimeException>(fresh.size());
    for (Entity entity : fresh) {
      try {
        created.add(store.apply(call.another(), entity));
        failures.add(null);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (created.size() < fresh.size()) {
      throw new BulkException(call.model().name(), failures);
    }
    return created;
  }
}
