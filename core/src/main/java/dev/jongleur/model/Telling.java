package dev.jongleur.model;

import dev.jongleur.observer.TransactionContext;
import dev.jongleur.observer.TransactionHook;
import dev.jongleur.observer.TransactionObservers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the observers of a transaction of its end (F-374). They belong to the handle and may lead
 * back to it: held here, they would keep one that was dropped from being found. Whoever ends the
 * transaction has its turn; of an end within an end nothing is told.
 */
final class Telling {
  private static final Logger LOG = System.getLogger(Telling.class.getName());

  private final String id;
  private volatile @Nullable WeakReference<TransactionObservers> observers;
  private boolean inside;

  Telling(String id) {
    this.id = id;
  }

  void to(TransactionObservers others) {
    observers = new WeakReference<>(others);
  }

  /** Commits, unless an observer before it fails. */
  void commit(Runnable step) {
    end(
        true,
        step,
        round -> {
          round.tell(TransactionHook.BEFORE_COMMIT);
          round.take(step, TransactionHook.AFTER_COMMIT, TransactionHook.AFTER_COMMIT_ERROR);
        });
  }

  /**
   * Undoes everything, whatever fails before it.
   *
   * @param isAsked whether it was asked for by somebody who is to see what observers throw
   */
  void rollback(boolean isAsked, Runnable step) {
    end(
        isAsked,
        step,
        round -> {
          try (Undoing _ = () -> undo(round, step)) {
            round.tell(TransactionHook.BEFORE_ROLLBACK);
          }
        });
  }

  /** Its time is over. */
  void timeout() {
    end(false, () -> {}, round -> round.tell(TransactionHook.TIMEOUT));
  }

  private static void undo(Round round, Runnable step) {
    round.take(step, TransactionHook.AFTER_ROLLBACK, TransactionHook.AFTER_ROLLBACK_ERROR);
  }

  private void end(boolean isAsked, Runnable step, Consumer<Round> told) {
    WeakReference<TransactionObservers> held = observers;
    TransactionObservers there = held == null ? null : held.get();
    if (there == null || inside) {
      step.run();
      return;
    }
    inside = true;
    try {
      Consumer<TransactionContext> tell = isAsked ? there::notify : quietly(there);
      told.accept(new Round(id, tell, new HashMap<>()));
    } finally {
      inside = false;
    }
  }

  private static Consumer<TransactionContext> quietly(TransactionObservers observers) {
    return context -> {
      try {
        observers.notify(context);
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "An observer of " + context.hook().label() + " failed for " + context.id() + ".",
            e);
      }
    };
  }

  /** What is done behind something, in any case; the first failure is thrown, with the others. */
  @FunctionalInterface
  private interface Undoing extends AutoCloseable {
    @Override
    void close();
  }

  /** One commit or rollback, whose observers share a state. */
  private record Round(
      String id, Consumer<TransactionContext> observers, Map<String, Object> state) {
    void tell(TransactionHook hook) {
      observers.accept(new TransactionContext(id, hook, state, null));
    }

    void take(Runnable step, TransactionHook after, TransactionHook failed) {
      try {
        step.run();
      } catch (RuntimeException | Error e) {
        tell(failed, e);
        throw e;
      }
      tell(after);
    }

    /** What an observer throws comes in the place of the failure. */
    private void tell(TransactionHook hook, Throwable failure) {
      try {
        observers.accept(new TransactionContext(id, hook, state, failure));
      } catch (RuntimeException e) {
        if (e != failure) {
          e.addSuppressed(failure);
        }
        throw e;
      }
    }
  }
}
