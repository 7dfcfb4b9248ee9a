package dev.jongleur.model;

import dev.jongleur.registry.Forgotten.Watch;
import org.jspecify.annotations.Nullable;

/**
 * The watch over whoever holds something: it ends with the thing that is held, also where that ends
 * first. Thread-safe.
 */
final class Watched {
  private volatile @Nullable Watch watch;
  private volatile boolean ended;

  void by(Watch over) {
    watch = over;
    if (ended) {
      over.close();
    }
  }

  void end() {
    ended = true;
    Watch over = watch;
    if (over != null) {
      over.close();
    }
  }
}
