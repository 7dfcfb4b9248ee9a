package dev.jongleur.keyvalue;

import java.time.Instant;
import java.util.Comparator;

/** That a key of a space is over at a moment; the soonest first. */
record Due(Instant at, KeySpace space, String key) implements Comparable<Due> {
  private static final Comparator<Due> ORDER =
      Comparator.comparing(Due::at)
          .thenComparingLong(due -> due.space().number())
          .thenComparing(Due::key);

  @Override
  public int compareTo(Due other) {
    return ORDER.compare(this, other);
  }
}
