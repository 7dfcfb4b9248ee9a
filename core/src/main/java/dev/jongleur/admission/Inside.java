package dev.jongleur.admission;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where this thread is: in an operation of one tenant, which may be within one of another.
 *
 * @param seated whether it has a seat there
 * @param outer what it is within; null at the outermost
 */
record Inside(@Nullable Limited admission, boolean seated, @Nullable Inside outer) {
  private static final Inside NOTHING = new Inside(null, false, null);
  private static final ScopedValue<Inside> CURRENT = ScopedValue.newInstance();

  static Inside current() {
    return CURRENT.orElse(NOTHING);
  }

  <T> T call(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  boolean isIn(Limited other) {
    return admission == other || (outer != null && outer.isIn(other));
  }

  /** Who has a seat somewhere waits for none elsewhere: two could wait for each other. */
  boolean isSeated() {
    return seated || (outer != null && outer.isSeated());
  }
}
