package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import java.util.Locale;

/**
 * One figure about each group of an {@link Aggregate}.
 *
 * @param path of the values; empty: of the rows themselves, which only COUNT counts
 * @param name what the result calls it
 */
public record Measure(Function function, String path, String name) {
  /** What is worked out. Null and missing count for nothing, but in a COUNT of rows. */
  public enum Function {
    /** How many rows, or how many of them have a value. */
    COUNT,
    /** Exact for whole and decimal types, else of doubles; null of nothing. */
    SUM,
    /** As SUM, divided to 34 digits where it is exact. */
    AVG,
    MIN,
    MAX;

    /** The name in a question. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Measure {
    if (name.isBlank()) {
      throw new QueryException("A measure has a name.");
    }
    if (path.isEmpty() && function != Function.COUNT) {
      throw new QueryException("\"" + function.label() + "\" is of a property.");
    }
  }

  /** By the name that it has without another: {@code count}, {@code sum_total}. */
  public static Measure of(Function function, String path) {
    return new Measure(
        function, path, path.isEmpty() ? function.label() : function.label() + "_" + path);
  }

  /** Whether it is about the rows, whatever they hold. */
  public boolean isOfRows() {
    return path.isEmpty();
  }
}
