package dev.jongleur.model;

import dev.jongleur.error.JongleurException;
import dev.jongleur.error.StoreException;
import dev.jongleur.registry.Registry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a space, whoever brings it about: a failure of closing is told once, to who waits for
 * it, else to the log and the count of failures. Thread-safe.
 */
final class Ending {
  private static final Logger LOG = System.getLogger("dev.jongleur.model");

  private final String owner;
  private final Registry registry;
  private final Gate gate;
  private final Runnable retired;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * The end of what is behind a gate.
   *
   * @param retired what is done as soon as nobody gets in any more, once
   */
  Ending(String owner, Registry registry, Gate gate, Runnable retired) {
    this.owner = owner;
    this.registry = registry;
    this.gate = gate;
    this.retired = retired;
  }

  /** Lets nobody in any more, and waits for nobody. */
  void begin() {
    if (gate.retire()) {
      retired.run();
      leaveToTheLastOne();
    }
  }

  /** Lets nobody in any more if nobody is inside. */
  boolean beginIfIdle() {
    boolean begun = gate.retireIfEmpty();
    if (begun) {
      leaveToTheLastOne();
    }
    return begun;
  }

  /**
   * Lets nobody in any more and waits until it is closed, unless the caller is inside itself.
   *
   * @param before what is done first, so that the wait is short
   * @throws JongleurException what closing failed with
   */
  void await(Duration patience, Runnable before) {
    boolean first = gate.retire();
    if (first) {
      retired.run();
    }
    before.run();
    if (gate.closed().isDone() || !Inside.isCaller()) {
      await(patience, first);
    } else if (first) {
      leaveToTheLastOne();
    }
  }

  private void await(Duration patience, boolean first) {
    try {
      gate.closed().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (told.compareAndSet(false, true)) {
        throw failure(gate.closed().exceptionNow());
      }
    } catch (TimeoutException e) {
      LOG.log(
          Level.WARNING,
          "{0} is still in use after {1}; the last call closes it.",
          owner,
          patience);
      giveUpWaiting(first);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUpWaiting(first);
    }
  }

  private void giveUpWaiting(boolean first) {
    if (first) {
      leaveToTheLastOne();
    }
  }

  private void leaveToTheLastOne() {
    var _ =
        gate.closed()
            .exceptionally(failure -> {
              if (told.compareAndSet(false, true)) {
                registry.closingFailed(owner, failure);
              }
              return null;
            });
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof JongleurException known
        ? known
        : new StoreException("Closing failed.", cause);
  }
}
