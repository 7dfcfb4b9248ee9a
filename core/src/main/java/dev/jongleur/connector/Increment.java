package dev.jongleur.connector;

/**
 * Among the values of {@link Store#update}: adds to the number that is there, in the same step;
 * nothing and null count as 0.
 */
public record Increment(long by) {
  public static final Increment ONE = new Increment(1);

  /** What a number becomes. */
  public long to(@org.jspecify.annotations.Nullable Object number) {
    return number instanceof Number old ? old.longValue() + by : by;
  }
}
