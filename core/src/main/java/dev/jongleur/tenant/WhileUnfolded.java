package dev.jongleur.tenant;

import dev.jongleur.model.ModelSpace;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work on the models of a tenant, which stays unfolded meanwhile. Where it was folded before the
 * work began it is unfolded and tried again: nothing is done twice.
 */
final class WhileUnfolded {
  private WhileUnfolded() {}

  static <T> T work(TenantLife life, Function<ModelSpace, T> work) {
    while (true) {
      ModelSpace space = life.open().space();
      Optional<T> done = space.whileOpen(() -> work.apply(space));
      if (done.isPresent()) {
        return done.get();
      }
      giveWay();
    }
  }

  static void act(TenantLife life, Consumer<ModelSpace> action) {
    var _ =
        work(
            life,
            space -> {
              action.accept(space);
              return space;
            });
  }

  /** Who folds it may be waiting for the very carrier that this thread runs on. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void giveWay() {
    LockSupport.parkNanos(1_000);
  }
}
