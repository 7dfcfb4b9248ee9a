package dev.jongleur.tenant;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.TenantResolver;
import dev.jongleur.error.CapacityException;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.StoreException;
import dev.jongleur.policy.ResolverPolicy;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks whoever keeps the tenants elsewhere: once per tenant at a time, however many wait. The
 * question goes on when those who asked give up. Thread-safe; what it remembers is bounded.
 */
final class Resolution {
  private static final int REMEMBERED = 10_000;

  private final TenantResolver resolver;
  private final ResolverPolicy policy;
  private final Semaphore waiting;
  private final AsyncCache<TenantId, Answer> answers;

  Resolution(TenantResolver resolver, ResolverPolicy policy, InstantSource clock) {
    this.resolver = resolver;
    this.policy = policy;
    this.waiting = new Semaphore(policy.waiting());
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(policy.remembered())
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(task -> Thread.ofVirtual().name("jongleur-resolver").start(task))
            .buildAsync();
  }

  /** What the resolver said. */
  private sealed interface Answer {
    /** It answered. */
    record Known(Optional<Map<String, Settings>> settings) implements Answer {}

    /** It failed. */
    record Failed(JongleurException failure) implements Answer {}
  }

  /**
   * The settings of a tenant, or empty when there is no such tenant.
   *
   * @throws CapacityException when the answer did not come in time, or too many wait for one
   * @throws StoreException when the resolver failed
   */
  Optional<Map<String, Settings>> of(TenantId id) {
    return switch (await(id, answers.get(id, this::ask))) {
      case Answer.Known(var settings) -> settings;
      case Answer.Failed(var failure) -> throw failure;
    };
  }

  private Answer ask(TenantId id) {
    try {
      return new Answer.Known(resolver.resolve(id.name()).map(Map::copyOf));
    } catch (JongleurException e) {
      return new Answer.Failed(e);
    } catch (RuntimeException e) {
      return new Answer.Failed(
          new StoreException("The tenant resolver failed for \"" + id + "\".", e));
    }
  }

  private Answer await(TenantId id, CompletableFuture<Answer> answer) {
    boolean waits = !answer.isDone();
    if (waits && !waiting.tryAcquire()) {
      throw new CapacityException("Too many wait for the tenant resolver.");
    }
    try {
      return answer.get(policy.longestWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CapacityException("The tenant resolver did not answer for \"" + id + "\" in time.");
    } catch (ExecutionException e) {
      throw new StoreException("The tenant resolver failed for \"" + id + "\".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CapacityException("The wait for the tenant \"" + id + "\" was interrupted.");
    } finally {
      if (waits) {
        waiting.release();
      }
    }
  }
}
