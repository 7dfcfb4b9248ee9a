package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Lease;
import dev.jongleur.error.ClosedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What a registry offers, counted, with a clock that is moved by hand. */
final class TestEnvironment implements Environment {
  private final Map<Object, Shared> shared = new HashMap<>();
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private static final class Shared {
    private final AutoCloseable resource;
    private int holders;

    Shared(AutoCloseable resource) {
      this.resource = resource;
    }
  }

  @Override
  public synchronized <R extends AutoCloseable> Lease<R> share(
      Object key, Class<R> type, Supplier<R> maker) {
    Shared there = shared.computeIfAbsent(key, missing -> new Shared(maker.get()));
    there.holders++;
    var open = new AtomicBoolean(true);
    return new Lease<>() {
      @Override
      public R get() {
        if (!open.get()) {
          throw new ClosedException("The lease is closed.");
        }
        return type.cast(there.resource);
      }

      @Override
      public void close() {
        if (open.compareAndSet(true, false)) {
          giveBack(key, there);
        }
      }
    };
  }

  @Override
  public InstantSource clock() {
    return () -> now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized int held() {
    return shared.size();
  }

  <R> R resource(Object key, Class<R> type) {
    return type.cast(Objects.requireNonNull(shared.get(key)).resource);
  }

  /** Nothing is held and no thread of ours runs. */
  void assertNothingLeft() {
    assertThat(held()).as("shared resources").isZero();
    await().untilAsserted(() -> assertThat(threads()).as("threads").isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("jongleur") || name.contains("Hikari"))
        .toList();
  }

  private synchronized void giveBack(Object key, Shared used) {
    if (--used.holders == 0) {
      shared.remove(key);
      try {
        used.resource.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
