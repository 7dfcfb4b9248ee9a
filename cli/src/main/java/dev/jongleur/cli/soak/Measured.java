package dev.jongleur.cli.soak;

import dev.jongleur.RegistryStats;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param before alive when the load had not begun
 * @param after alive when it had ended
 * @param registry of the load, after it had ended
 * @param done how often what was done, where requests differ
 * @param complaints of the load
 */
record Measured(
    Sample before,
    Stretches stretches,
    Sample after,
    RegistryStats registry,
    Map<String, Long> done,
    List<String> complaints) {
  Measured {
    done = Collections.unmodifiableMap(new TreeMap<>(done));
    complaints = List.copyOf(complaints);
  }
}
