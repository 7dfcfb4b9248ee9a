package dev.jongleur.connector;

/**
 * A counted claim on something shared (a connector, a pool, a cache); closing it once or often
 * gives it back once.
 */
public interface Lease<R> extends AutoCloseable {
  /**
   * What is leased.
   *
   * @throws dev.jongleur.error.ClosedException after {@link #close()}
   */
  R get();

  @Override
  void close();
}
