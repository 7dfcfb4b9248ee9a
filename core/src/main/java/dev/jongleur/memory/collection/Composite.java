package dev.jongleur.memory.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key of several values, or the beginning of one. Immutable. */
public final class Composite {
  private final @Nullable Object[] parts;

  private Composite(@Nullable Object[] parts) {
    this.parts = parts;
  }

  /** The key takes the array over. */
  public static Composite of(@Nullable Object... parts) {
    return new Composite(parts);
  }

  /** A copy of the parts. */
  public List<@Nullable Object> parts() {
    return new ArrayList<@Nullable Object>(Arrays.asList(parts));
  }

  int size() {
    return parts.length;
  }

  @Nullable Object part(int place) {
    return parts[place];
  }

  /** By parts in turn; equal when one is the beginning of the other. */
  int compare(Composite other) {
    int common = Math.min(parts.length, other.parts.length);
    for (int i = 0; i < common; i++) {
      int order = Keys.compare(parts[i], other.parts[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Composite that && Arrays.equals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
