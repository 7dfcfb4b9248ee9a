package dev.jongleur.observer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What surrounds the operations of one model, outermost first. Thread-safe. */
final class Arounds {
  private final AtomicReference<List<Entry<?>>> snapshot = new AtomicReference<>(List.of());

  private record Entry<T>(Operation<T> operation, Around<T> around) {}

  <T> Subscription add(Operation<T> operation, Around<T> around) {
    var entry = new Entry<>(operation, around);
    snapshot.updateAndGet(old -> {
      var more = new ArrayList<>(old);
      more.add(entry);
      return List.copyOf(more);
    });
    return () ->
        snapshot.updateAndGet(old -> old.stream().filter(other -> other != entry).toList());
  }

  boolean isEmpty() {
    return snapshot.get().isEmpty();
  }

  void clear() {
    snapshot.set(List.of());
  }

  /** The work, with everything around it that is there for its operation. */
  <T> Supplier<T> surrounded(Operation<T> operation, Occasion occasion, Supplier<T> work) {
    Supplier<T> whole = work;
    for (Entry<?> entry : snapshot.get().reversed()) {
      if (entry.operation() == operation) {
        // The same operation, so the same type of result.
        @SuppressWarnings("unchecked")
        Around<T> around = (Around<T>) entry.around();
        var inner = new Proceeding<>(operation, occasion, whole);
        whole = () -> around.around(inner);
      }
    }
    return whole;
  }
}
