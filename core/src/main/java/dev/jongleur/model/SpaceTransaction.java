package dev.jongleur.model;

import dev.jongleur.connector.Store;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.connector.TransactionScope;
import dev.jongleur.error.TransactionException;
import dev.jongleur.observer.TransactionObservers;
import dev.jongleur.registry.Closing;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of one owner, from its beginning to its one end: by commit, by rollback, when its
 * time is over, or with its owner. While it lasts its space is in use. Thread-safe: who calls it at
 * once takes turns.
 */
public final class SpaceTransaction implements Lasting, TransactionScope, AutoCloseable {
  private enum State {
    ACTIVE("active"),
    COMMITTED("committed"),
    ROLLED_BACK("rolled back"),
    TIMED_OUT("rolled back"),
    OVERTAKEN("rolled back, since the models of its owner were changed or given back");

    private final String label;

    State(String label) {
      this.label = label;
    }
  }

  private final String id = UUID.randomUUID().toString();
  private final Transactions home;
  private final Store outside;
  private final StoreTransaction store;
  private final Store transacted = new TransactedStore(this);
  private final Turn turn = new Turn(() -> end(State.OVERTAKEN));
  private final Watched holder = new Watched();
  private final Telling telling = new Telling(id);
  private volatile State state = State.ACTIVE;
  private @Nullable Future<?> timer;

  /**
   * @param home is told of its end, once
   * @param outside the store it was begun on
   */
  SpaceTransaction(Transactions home, Store outside, StoreTransaction store) {
    this.home = home;
    this.outside = outside;
    this.store = store;
  }

  /** Rolls it back when so long has passed; at its end nothing of the timer is left. */
  void limit(Duration timeout) {
    timer =
        ForkJoinPool.commonPool()
            .schedule(
                () -> Thread.startVirtualThread(this::timeOut),
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private void timeOut() {
    turn.last(() -> {
      if (isActive()) {
        telling.timeout();
      }
      end(State.TIMED_OUT);
    });
  }

  /** Its observers, as long as its holder holds them. */
  public void observedBy(TransactionObservers observers) {
    telling.to(observers);
  }

  /** Is rolled back and reported when who holds it is gone before its end (law 4). */
  public void heldBy(Object who) {
    holder.by(home.watch(who, this));
  }

  public String id() {
    return id;
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }

  @Override
  public boolean concerns(Store store) {
    return store == outside;
  }

  @Override
  public Store in(Store other, String model) {
    checkActive();
    if (!concerns(other)) {
      throw TransactionException.elsewhere(model);
    }
    return transacted;
  }

  <T> T during(Function<StoreTransaction, T> work) {
    return turn.during(() -> {
      checkActive();
      return work.apply(store);
    });
  }

  /**
   * Makes everything visible at once.
   *
   * @throws TransactionException when another was first, or it has ended; nothing was stored
   */
  public void commit() {
    turn.last(() -> {
      checkActive();
      telling.commit(() -> {
        checkActive();
        state = State.ROLLED_BACK;
        new Closing().also(this::committed).also(this::release).finish();
      });
    });
  }

  /**
   * Commits, unless the work itself has ended it already.
   *
   * @throws TransactionException when it ended otherwise
   */
  public void finish() {
    switch (state) {
      case ACTIVE -> commit();
      case COMMITTED, ROLLED_BACK -> {}
      case TIMED_OUT, OVERTAKEN -> checkActive();
    }
  }

  private void committed() {
    store.commit();
    state = State.COMMITTED;
  }

  /**
   * Undoes everything.
   *
   * @throws TransactionException when it has ended
   */
  public void rollback() {
    turn.last(() -> {
      checkActive();
      end(State.ROLLED_BACK);
    });
  }

  /** Undoes everything, unless it has ended. */
  @Override
  public void close() {
    end(State.ROLLED_BACK);
  }

  /** Its owner goes, or goes on with other models. */
  @Override
  public void overtake() {
    turn.overtake();
  }

  private void end(State how) {
    turn.last(() -> {
      if (isActive()) {
        // Somebody else waits for the end of an owner, and nobody for the end of time.
        boolean isAsked = how == State.ROLLED_BACK;
        telling.rollback(isAsked, () -> undo(how));
      }
    });
  }

  /** An observer may have ended it already. */
  private void undo(State how) {
    if (isActive()) {
      state = how;
      new Closing().also(store::rollback).also(this::release).finish();
    }
  }

  private void release() {
    Future<?> running = timer;
    if (running != null) {
      running.cancel(false);
    }
    new Closing().also(store::close).also(holder::end).also(() -> home.ended(this)).finish();
  }

  /**
   * Does nothing while it goes on.
   *
   * @throws TransactionException when it has ended
   */
  public void checkActive() {
    switch (state) {
      case ACTIVE -> {}
      case TIMED_OUT -> throw TransactionException.timedOut(id);
      case COMMITTED, ROLLED_BACK, OVERTAKEN -> throw TransactionException.ended(id, state.label);
    }
  }

  @Override
  public String toString() {
    return "Transaction " + id;
  }
}
