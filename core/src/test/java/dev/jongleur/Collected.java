package dev.jongleur;

import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;

/** Waits until what references point to is collected. */
public final class Collected {
  private Collected() {}

  public static void all(List<? extends Reference<?>> references) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          System.gc();
          return references.stream().allMatch(reference -> reference.refersTo(null));
        });
  }

  public static void one(Reference<?> reference) {
    all(List.of(reference));
  }
}
