package dev.jongleur;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A default value that counts how often it is looked at: in a definition it tells how often that is
 * compared or hashed, by whomever.
 */
record CountedValue(String text, AtomicInteger looks) {
  @Override
  public boolean equals(@Nullable Object other) {
    looks.incrementAndGet();
    return other instanceof CountedValue that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    looks.incrementAndGet();
    return text.hashCode();
  }
}
