package dev.jongleur.memory.tree;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries between two places; without one, from the beginning or to the end. */
public record Span(Optional<Place> low, Optional<Place> high) {
  public static final Span ALL = new Span(Optional.empty(), Optional.empty());

  public static Span between(Place low, Place high) {
    return new Span(Optional.of(low), Optional.of(high));
  }

  /** Those whose key is equal to this one, or begins with it. */
  public static Span at(@Nullable Object key) {
    return between(Place.before(key), Place.after(key));
  }
}
