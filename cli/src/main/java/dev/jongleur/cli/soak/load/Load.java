package dev.jongleur.cli.soak.load;

import dev.jongleur.RegistryStats;
import java.util.List;
import java.util.Map;

/** What is done again and again, numbered, by several threads at once, to one registry. */
public interface Load extends AutoCloseable {
  /** Brings about what is there at every sample; does not count. */
  default void begin() {}

  void request(long number);

  /** Waits, while no request is under way, until what goes by itself has gone. */
  default void settle() {}

  RegistryStats stats();

  /** How often what was done, where requests differ. */
  default Map<String, Long> done() {
    return Map.of();
  }

  /** What it found wrong, in words, beside what the registry still holds. */
  List<String> complaints();

  /** Ends what is still open; doing so again does nothing. */
  @Override
  void close();
}
