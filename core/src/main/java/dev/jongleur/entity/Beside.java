package dev.jongleur.entity;

import dev.jongleur.definition.Strict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entity has beside the values in its slots. Most have nothing: those share one of two, so
 * that an entity is no more than its definition, its slots and this. Immutable.
 *
 * @param open the values that the model does not define
 * @param related what was included
 * @param stored whether it came from the store
 * @param own where it is not as strict as its model: how strict it is
 */
record Beside(
    Map<String, @Nullable Object> open,
    Map<String, @Nullable Object> related,
    boolean stored,
    @Nullable Strict own) {
  private static final Beside NEW = new Beside(Map.of(), Map.of(), false, null);
  private static final Beside STORED = new Beside(Map.of(), Map.of(), true, null);

  static Beside of(Map<String, @Nullable Object> open, boolean stored) {
    return of(open, Map.of(), stored, null);
  }

  private static Beside of(
      Map<String, @Nullable Object> open,
      Map<String, @Nullable Object> related,
      boolean stored,
      @Nullable Strict own) {
    boolean isNothing = open.isEmpty() && related.isEmpty() && own == null;
    return isNothing ? stored ? STORED : NEW : new Beside(open, related, stored, own);
  }

  Beside withOpen(Map<String, @Nullable Object> other) {
    return other == open ? this : of(other, related, stored, own);
  }

  Beside withRelated(Map<String, @Nullable Object> other) {
    return of(open, other, stored, own);
  }

  Beside withStored(boolean other) {
    return of(open, related, other, own);
  }

  Beside withOwn(Strict other) {
    return of(open, related, stored, other);
  }
}
