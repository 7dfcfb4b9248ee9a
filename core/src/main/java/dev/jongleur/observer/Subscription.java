package dev.jongleur.observer;

/** An observer's stay; closing it ends it, once or often. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
