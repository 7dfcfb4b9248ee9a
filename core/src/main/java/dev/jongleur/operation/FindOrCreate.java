package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Finds a row or creates it (F-176). Callers of one owner's model take turns, so that two of them
 * never both create; a writer in another process is kept out only by a unique key.
 */
public final class FindOrCreate {
  private FindOrCreate() {}

  /** What was found or created. */
  public record Outcome(Entity entity, boolean created) {}

  public static Outcome row(
      Call call,
      Filter asked,
      Map<String, ? extends @Nullable Object> data,
      Along along,
      Lock turn) {
    turn.lock();
    try {
      Optional<Entity> found = Find.one(call, asked, along);
      return found.isPresent()
          ? new Outcome(found.get(), false)
          : new Outcome(Create.one(call, call.reader().read(data)), true);
    } finally {
      turn.unlock();
    }
  }
}
