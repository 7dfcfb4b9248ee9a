package dev.jongleur.query;

import java.util.List;

/**
 * How a question was answered, told by asking it. Immutable.
 *
 * @param steps what was done, in words and in order; for people, and not the same for ever
 * @param indexes the indexes that were used, by name; {@code id} for the key
 * @param examined how many rows were looked at to find the answer
 * @param returned how many rows the answer has
 */
public record Explanation(List<String> steps, List<String> indexes, long examined, long returned) {
  public Explanation {
    steps = List.copyOf(steps);
    indexes = List.copyOf(indexes);
  }

  /** The steps, one in a line, and the numbers. */
  public String text() {
    return String.join("\n", steps) + "\n" + examined + " examined, " + returned + " returned";
  }
}
