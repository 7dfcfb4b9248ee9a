package dev.jongleur.tenant;

import dev.jongleur.error.LimitException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The tenants that are unfolded: so many at most. Knows which was used longest ago. Thread-safe;
 * the count is exact, the order as of the moment it is asked for.
 */
final class Live {
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration WAIT = Duration.ofMillis(20);
  private static final int TRIES = 10;

  private final Set<TenantLife> unfolded = ConcurrentHashMap.newKeySet();
  private final int most;
  private final Semaphore places;

  Live(int most) {
    this.most = most;
    this.places = new Semaphore(most);
  }

  int size() {
    return unfolded.size();
  }

  /**
   * A place for one more; idle ones are folded to make it.
   *
   * @throws LimitException when all are in use
   */
  void enter(TenantLife life) {
    if (!places.tryAcquire() && !makeRoom()) {
      throw new LimitException(
          "liveTenants",
          "As many tenants as may be at once, "
              + most
              + ", are in use; \""
              + life.id()
              + "\" has to wait.",
          RETRY);
    }
    unfolded.add(life);
  }

  /** Others want the places too that become free; who gets none after some tries is refused. */
  private boolean makeRoom() {
    for (int i = 0; i < TRIES; i++) {
      var _ = foldIdle(Long.MAX_VALUE, 1 + most / 20, _ -> {});
      try {
        if (places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          return true;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  void leave(TenantLife life) {
    if (unfolded.remove(life)) {
      places.release();
    }
  }

  /**
   * Folds those not used since, longest ago first; never one in use.
   *
   * @param most how many, no more
   * @param failed is told why one could not be folded
   * @return how many were tried
   */
  int foldIdle(long since, int most, Consumer<RuntimeException> failed) {
    int tried = 0;
    for (TenantLife life : leastRecentFirst(since)) {
      if (tried == most) {
        break;
      }
      tried += tryFold(life, since, failed) ? 1 : 0;
    }
    return tried;
  }

  private static boolean tryFold(TenantLife life, long since, Consumer<RuntimeException> failed) {
    try {
      return life.foldIfIdle(since);
    } catch (RuntimeException e) {
      failed.accept(e);
      return true;
    }
  }

  private List<TenantLife> leastRecentFirst(long since) {
    record Candidate(TenantLife life, long lastUsed) {}
    return unfolded.stream()
        .map(life -> new Candidate(life, life.lastUsed()))
        .filter(candidate -> candidate.lastUsed() <= since)
        .sorted(Comparator.comparingLong(Candidate::lastUsed))
        .map(Candidate::life)
        .toList();
  }

  List<TenantLife> newestFirst() {
    record Opened(TenantLife life, long order) {}
    return unfolded.stream()
        .map(life -> new Opened(life, life.order()))
        .sorted(Comparator.comparingLong(Opened::order).reversed())
        .map(Opened::life)
        .toList();
  }
}
