package dev.jongleur.tenant;

import dev.jongleur.error.ClosedException;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.ModelSpace;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One onboarded tenant: folded, with nothing but its name, or unfolded, with its models. Unfolds at
 * its next call. Thread-safe; folded it costs three references.
 */
public final class TenantLife {
  private final TenantId id;
  private final Tenants tenants;
  private volatile @Nullable ModelSpace space;

  TenantLife(TenantId id, Tenants tenants) {
    this.id = id;
    this.tenants = tenants;
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
    ModelSpace open = detach();
    if (open != null) {
      open.close();
    }
  }

  /** Closing waits for others, so it happens outside the lock. */
  private @Nullable ModelSpace detach() {
    Lock turn = tenants.turns().of(id);
    turn.lock();
    try {
      ModelSpace open = space;
      space = null;
      return open;
    } finally {
      turn.unlock();
    }
  }

  private ModelSpace unfold() {
    Lock turn = tenants.turns().of(id);
    turn.lock();
    try {
      ModelSpace open = space;
      if (open == null) {
        open = tenants.open(id);
        space = open;
      }
      return open;
    } finally {
      turn.unlock();
    }
  }
}
