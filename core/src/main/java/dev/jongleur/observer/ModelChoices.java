package dev.jongleur.observer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who picks the model of a row of one model; the last who came is asked first. Thread-safe. */
final class ModelChoices {
  private final AtomicReference<List<Stay>> snapshot = new AtomicReference<>(List.of());

  /** The same choice may be there twice, and ended one by one. */
  private static final class Stay {
    private final ModelChoice choice;

    private Stay(ModelChoice choice) {
      this.choice = choice;
    }
  }

  Subscription add(ModelChoice choice) {
    var stay = new Stay(choice);
    snapshot.updateAndGet(old -> {
      var more = new ArrayList<Stay>(old.size() + 1);
      more.add(stay);
      more.addAll(old);
      return List.copyOf(more);
    });
    return () -> snapshot.updateAndGet(old -> old.stream().filter(other -> other != stay).toList());
  }

  boolean isEmpty() {
    return snapshot.get().isEmpty();
  }

  void clear() {
    snapshot.set(List.of());
  }

  Optional<String> model(Map<String, ? extends @Nullable Object> row) {
    return snapshot.get().stream().flatMap(stay -> stay.choice.model(row).stream()).findFirst();
  }
}
