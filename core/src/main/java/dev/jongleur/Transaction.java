package dev.jongleur;

import dev.jongleur.connector.Store;
import dev.jongleur.connector.TransactionScope;
import dev.jongleur.model.SpaceTransaction;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Subscription;
import dev.jongleur.observer.TransactionContext;
import dev.jongleur.observer.TransactionHook;
import dev.jongleur.observer.TransactionObservers;
import dev.jongleur.operation.call.Ambient;
import dev.jongleur.query.Options;
import java.lang.ref.Reference;
import java.util.function.Function;

/**
 * Several operations on one data source that happen together or not at all (F-370 to F-377). An
 * operation is part of it when its options have it: {@code orders.create(data, tx.options())}. What
 * it does is seen by itself alone until {@link #commit()}.
 *
 * <p>Whoever begins it ends it; one that is dropped is found, rolled back and reported. Everything
 * raises {@link dev.jongleur.error.TransactionException} after its end, and for models of another
 * data source. Thread-safe: who uses it at once takes turns.
 */
public final class Transaction implements TransactionScope, AutoCloseable {
  private final SpaceTransaction works;
  private final TransactionObservers observers = new TransactionObservers();

  /** What has to live as long as somebody uses the transaction. */
  private final Object hold;

  Transaction(SpaceTransaction works, Object hold) {
    this.works = works;
    this.hold = hold;
    works.heldBy(this);
    works.observedBy(observers);
  }

  /** Made when it began; no other has it. */
  public String id() {
    return works.id();
  }

  /** Whether it has not ended. */
  public boolean isActive() {
    return works.isActive();
  }

  /** The options that make an operation part of it. */
  public Options options() {
    return Options.of(OPTION, this);
  }

  /** More options, with which an operation is part of it too. */
  public Options options(Options more) {
    return more.with(OPTION, this);
  }

  /**
   * Calls code when it commits, is rolled back, or its time is over (F-374), as long as somebody
   * holds this. What it throws before a commit keeps it from being committed, and it goes on;
   * nothing keeps it from being rolled back. It reaches whoever ends the transaction; of {@code
   * timeout} it is logged. What it stores with {@link #options()} before a commit is part of it.
   *
   * @throws dev.jongleur.error.TransactionException when it has ended
   */
  public Subscription observe(TransactionHook hook, Observer<? super TransactionContext> observer) {
    works.checkActive();
    return observers.observe(hook, observer);
  }

  /**
   * Makes everything visible at once, and ends.
   *
   * @throws dev.jongleur.error.TransactionException of the code {@code TRANSACTION_CONFLICT} when
   *     another changed the same rows and was first: nothing was stored, and beginning again may
   *     succeed
   * @throws dev.jongleur.error.DuplicateException when a unique key was taken meanwhile; nothing
   *     was stored
   */
  public void commit() {
    held(works::commit);
  }

  /** Undoes everything, and ends. */
  public void rollback() {
    held(works::rollback);
  }

  /** Undoes everything, unless it has ended. */
  @Override
  public void close() {
    held(works::close);
  }

  /** Does work within it, and ends it as the work ends. */
  <T> T during(Function<Transaction, T> work) {
    try (this) {
      T result = Ambient.call(this, () -> work.apply(this));
      held(works::finish);
      return result;
    }
  }

  @Override
  public boolean concerns(Store outside) {
    return works.concerns(outside);
  }

  @Override
  public Store in(Store outside, String model) {
    return works.in(outside, model);
  }

  private void held(Runnable step) {
    try {
      step.run();
    } finally {
      Reference.reachabilityFence(hold);
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public String toString() {
    return works.toString();
  }
}
