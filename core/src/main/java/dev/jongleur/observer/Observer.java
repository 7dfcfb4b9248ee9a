package dev.jongleur.observer;

/**
 * Code called around an operation. What it throws ends the operation and reaches its caller, as it
 * is. Called by whoever calls the operation, so by several threads at once.
 *
 * @param <C> what it sees: the context of its hook, or {@link HookContext} for several hooks
 */
@FunctionalInterface
public interface Observer<C> {
  void observe(C context);
}
