package dev.jongleur.tenant;

import dev.jongleur.model.ModelSpace;
import dev.jongleur.registry.Closing;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spaces that let nobody in any more and that calls in flight still finish on. Bounded by the calls
 * in flight; a space goes from here when it is closed. Thread-safe.
 */
final class Finishing {
  private final Map<TenantLife, Set<ModelSpace>> spaces = new ConcurrentHashMap<>();

  /** Retires a space of a tenant; waits for nobody. */
  void retire(TenantLife life, ModelSpace space) {
    spaces.compute(life, (_, there) -> with(there == null ? Set.of() : there, space));
    space.retire();
    space.whenClosed(() -> forget(life, space));
  }

  /** Waits until nobody works on the tenant's retired spaces, so long at most. */
  void await(TenantLife life, Duration patience) {
    var closing = new Closing();
    long deadline = System.nanoTime() + patience.toNanos();
    spaces
        .getOrDefault(life, Set.of())
        .forEach(space ->
            closing.also(() -> space.closeWithin(Duration.ofNanos(deadline - System.nanoTime()))));
    closing.finish();
  }

  /** Closes the streams that are open on the tenant's retired spaces. */
  void closeStreams(TenantLife life) {
    spaces.getOrDefault(life, Set.of()).forEach(ModelSpace::closeStreams);
  }

  private void forget(TenantLife life, ModelSpace space) {
    spaces.computeIfPresent(
        life,
        (_, there) -> {
          Set<ModelSpace> left = without(there, space);
          return left.isEmpty() ? null : left;
        });
  }

  private static Set<ModelSpace> with(Set<ModelSpace> there, ModelSpace space) {
    return Stream.concat(there.stream(), Stream.of(space)).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<ModelSpace> without(Set<ModelSpace> there, ModelSpace space) {
    return there.stream().filter(other -> other != space).collect(Collectors.toUnmodifiableSet());
  }
}
