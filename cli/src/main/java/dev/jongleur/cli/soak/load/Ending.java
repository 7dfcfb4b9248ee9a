package dev.jongleur.cli.soak.load;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.RegistryStats;
import dev.jongleur.event.RegistryEvent;
import java.util.List;

/** What becomes of the data source of a request that is done. Thread-safe. */
sealed interface Ending permits Disconnecting, Forgetting, Overlapping {
  void end(ModelRegistry registry, String tenant, DataSource source);

  /** Whether each tenant has a data source open all the time. */
  default boolean keepsOneOpen() {
    return false;
  }

  /** Waits until what nobody closes is released. */
  default void settle(ModelRegistry registry) {}

  /** Is told what happens in the registry. */
  default void happened(RegistryEvent event) {}

  /** What is wrong with a registry's numbers at the end, in words. */
  default List<String> complaints(RegistryStats stats) {
    return stats.forgotten() == 0
        ? List.of()
        : List.of("data sources that nobody closed: " + stats.forgotten());
  }

  /** Closes what is still open. */
  default void finish() {}
}
