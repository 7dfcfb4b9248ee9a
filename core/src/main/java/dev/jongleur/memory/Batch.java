package dev.jongleur.memory;

import dev.jongleur.connector.Partition;
import dev.jongleur.memory.collection.RowChange;
import java.util.List;

/**
 * Changes of a partition that are committed together. Immutable.
 *
 * @param parts one for each collection that is changed
 */
record Batch(Partition partition, List<Part> parts) {

  /**
   * What happens to one collection.
   *
   * @param isCleared whether it loses all its rows first, and begins its ids anew
   * @param changes each of another row, in the order in which they were made
   * @param nextId the number that its sequence of ids goes on with
   */
  record Part(String collection, boolean isCleared, List<RowChange> changes, long nextId) {}
}
