package dev.jongleur.observer;

/**
 * Code that wraps a whole operation, hooks and all (F-350): it decides whether and when the
 * operation goes on, what is returned in its place, and sees its failure. Called by several threads
 * at once.
 *
 * @param <T> what the operation returns
 */
@FunctionalInterface
public interface Around<T> {
  T around(Proceeding<T> operation);
}
