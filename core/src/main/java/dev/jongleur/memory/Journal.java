package dev.jongleur.memory;

/**
 * Is told of everything that is committed: each batch once, and those of a partition in the order
 * of their commits. The place for a log. Thread-safe: batches of different partitions come at once.
 */
@FunctionalInterface
interface Journal {
  /** Nobody is told. */
  Journal NONE = _ -> () -> {};

  /**
   * Takes note of a batch, before anybody sees what it changes; when this fails nothing is
   * committed. Called under the partition's lock, so it has to be quick.
   *
   * @return what the writer waits for after everybody sees the change, holding no lock
   */
  Runnable append(Batch batch);
}
