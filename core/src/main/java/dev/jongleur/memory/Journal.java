package dev.jongleur.memory;

import dev.jongleur.memory.log.LogSnapshot;
import java.util.function.Supplier;

/**
 * Is told of everything that is committed: each batch once, and those of a partition in the order
 * of their commits. The place for a log. Thread-safe: batches of different partitions come at once.
 */
@FunctionalInterface
interface Journal {
  /** Nobody is told. */
  Journal NONE = (_, _) -> () -> {};

  /**
   * Takes note of a batch, before anybody sees what it changes; when this fails nothing is
   * committed. Called under the partition's lock, so it has to be quick.
   *
   * @param before all rows as they are without the batch, should that be wanted
   * @return what the writer waits for after everybody sees the change, holding no lock
   */
  Runnable append(Batch batch, Supplier<LogSnapshot> before);
}
