package dev.jongleur.connector;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What a registry offers to the connectors it opens, so that they need no static state: resources
 * shared by all of them (a budget of connections, a plan cache) and the clock. Thread-safe.
 */
public interface Environment {
  /**
   * A lease on the resource under this key, which is made when nobody holds it and closed when
   * nobody does any more. The key should be a record of the connector's own module.
   */
  <R extends AutoCloseable> Lease<R> share(Object key, Class<R> type, Supplier<R> maker);

  InstantSource clock();
}
