package dev.jongleur.cli.soak;

import java.time.Duration;

/** How far a run goes. */
sealed interface Extent {
  static Extent minutes(double minutes) {
    return new Lasting(Duration.ofMillis(Math.round(minutes * 60_000)));
  }

  /** Where one of its equal parts ends, which begins now. */
  Until end(int part, int parts);

  /** How many requests there will be; -1 when nobody knows. */
  long requests();

  /** So many requests. */
  record Switches(long count) implements Extent {
    @Override
    public Until end(int part, int parts) {
      return Until.number(count * (part + 1) / parts);
    }

    @Override
    public long requests() {
      return count;
    }
  }

  /** For so long. */
  record Lasting(Duration time) implements Extent {
    @Override
    public Until end(int part, int parts) {
      return Until.after(time.dividedBy(parts));
    }

    @Override
    public long requests() {
      return -1;
    }
  }
}
