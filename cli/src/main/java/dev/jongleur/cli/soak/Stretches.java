package dev.jongleur.cli.soak;

import java.time.Duration;
import java.util.List;

/**
 * The parts of a run, one after the other.
 *
 * @param samples one before the first, and one after each
 * @param worked the time of the requests alone
 */
record Stretches(List<Sample> samples, Duration worked) {
  Stretches {
    samples = List.copyOf(samples);
  }

  long switches() {
    return samples.getLast().switches();
  }
}
