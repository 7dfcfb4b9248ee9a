package dev.jongleur.tenant;

import dev.jongleur.error.ClosedException;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.ModelSpace;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One onboarded tenant: folded, with nothing but its name, or unfolded, with its models. Unfolds at
 * its next call. Thread-safe.
 */
public final class TenantLife {
  private final TenantId id;
  private final Supplier<ModelSpace> opener;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile @Nullable ModelSpace space;

  TenantLife(TenantId id, Supplier<ModelSpace> opener) {
    this.id = id;
    this.opener = opener;
  }

  public TenantId id() {
    return id;
  }

  public boolean isUnfolded() {
    return space != null;
  }

  /** Does something with a model of this tenant, which stays unfolded meanwhile. */
  public <T> T with(String model, Function<BoundModel, T> work) {
    ModelSpace open = space();
    try {
      return open.during(() -> work.apply(open.model(model)));
    } catch (ClosedException e) {
      if (!open.isClosed()) {
        throw e;
      }
      // Folded between the two lines: unfold again, once.
      ModelSpace again = space();
      return again.during(() -> work.apply(again.model(model)));
    }
  }

  /** The models of this tenant, unfolded if need be. */
  ModelSpace space() {
    ModelSpace open = space;
    return open != null ? open : unfold();
  }

  /** Gives everything back that can be rebuilt; waits for calls in flight. */
  public void fold() {
    changing.lock();
    try {
      ModelSpace open = space;
      space = null;
      if (open != null) {
        open.close();
      }
    } finally {
      changing.unlock();
    }
  }

  private ModelSpace unfold() {
    changing.lock();
    try {
      ModelSpace open = space;
      if (open == null) {
        open = opener.get();
        space = open;
      }
      return open;
    } finally {
      changing.unlock();
    }
  }
}
