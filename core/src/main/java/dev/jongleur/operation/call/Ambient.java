package dev.jongleur.operation.call;

import dev.jongleur.connector.Store;
import dev.jongleur.connector.TransactionScope;
import dev.jongleur.error.TransactionException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The transactions that the work of this thread is within (F-377), the innermost first; at most one
 * for each store. An operation that names no transaction is part of the one on its own store.
 */
public final class Ambient {
  private static final ScopedValue<Ambient> CURRENT = ScopedValue.newInstance();

  private final TransactionScope scope;
  private final @Nullable Ambient outer;

  private Ambient(TransactionScope scope, @Nullable Ambient outer) {
    this.scope = scope;
    this.outer = outer;
  }

  /** Does work within a transaction. */
  public static <T> T call(TransactionScope scope, Supplier<T> work) {
    return ScopedValue.where(CURRENT, new Ambient(scope, current())).call(work::get);
  }

  /**
   * Does nothing outside of transactions on this store.
   *
   * @throws TransactionException within one
   */
  public static void refuseNesting(Store store) {
    if (on(store).isPresent()) {
      throw TransactionException.nested();
    }
  }

  /** The transaction on this store that the work of this thread is within. */
  public static Optional<TransactionScope> on(Store store) {
    for (Ambient within = current(); within != null; within = within.outer) {
      if (within.scope.concerns(store)) {
        return Optional.of(within.scope);
      }
    }
    return Optional.empty();
  }

  public static boolean isAny() {
    return CURRENT.isBound();
  }

  private static @Nullable Ambient current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }
}
