package dev.jongleur.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What most never need: made when it is first asked for, once. Thread-safe. */
final class OnDemand<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  OnDemand(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T known = made;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }

  /** It, if anybody asked for it. */
  Optional<T> ifMade() {
    return Optional.ofNullable(made);
  }
}
