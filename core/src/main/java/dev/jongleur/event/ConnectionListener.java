package dev.jongleur.event;

/** Is told of a data source's connection, on the thread that caused it; should be quick. */
@FunctionalInterface
public interface ConnectionListener {
  void on(ConnectionEvent event);
}
