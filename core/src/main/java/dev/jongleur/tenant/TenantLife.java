package dev.jongleur.tenant;

import dev.jongleur.model.BoundModel;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.observer.Observers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One onboarded tenant: folded, with nothing but its name, or unfolded, with its models. Unfolds at
 * its next call; observers stay either way. Thread-safe; folded it costs four references.
 */
public final class TenantLife {
  private final TenantId id;
  private final Tenants tenants;
  private volatile @Nullable ModelSpace space;
  private volatile Map<String, Observers> observers = Map.of();

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
    while (true) {
      ModelSpace open = space();
      Optional<T> done = open.whileOpen(() -> work.apply(open.model(model)));
      if (done.isPresent()) {
        return done.get();
      }
      // Folded between the two lines: unfold again. Nothing was done twice.
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
      try {
        open.close();
      } finally {
        forgetEmptyObservers();
      }
    }
  }

  /** Gives everything back for good. */
  void end() {
    try {
      fold();
    } finally {
      observers.values().forEach(Observers::clear);
      forgetEmptyObservers();
    }
  }

  /** Calls in flight may still subscribe until the space is closed, so this comes after. */
  private void forgetEmptyObservers() {
    Lock turn = tenants.turns().of(id);
    turn.lock();
    try {
      if (space == null && observers.values().stream().allMatch(Observers::isEmpty)) {
        observers = Map.of();
      }
    } finally {
      turn.unlock();
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
        tenants.checkKnown(this);
        observers = observers.isEmpty() ? new ConcurrentHashMap<>() : observers;
        open = tenants.open(id, observers);
        space = open;
      }
      return open;
    } finally {
      turn.unlock();
    }
  }
}
