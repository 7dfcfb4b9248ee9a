package dev.jongleur.cli.soak.load;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;

/** What becomes of the data source of a request that is done. Thread-safe. */
sealed interface Ending permits Disconnecting, Forgetting, Overlapping {
  void end(ModelRegistry registry, String tenant, DataSource source);

  /** Whether each tenant has a data source open all the time. */
  default boolean keepsOneOpen() {
    return false;
  }

  /** Waits until what nobody closes is released. */
  default void settle(ModelRegistry registry) {}

  /** How many of so many data sources should be found forgotten. */
  default long forgotten(long opened) {
    return 0;
  }

  /** Closes what is still open. */
  default void finish() {}
}
