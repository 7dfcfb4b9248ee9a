package dev.jongleur.jdbc.pool;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The one thread on which all pools of a registry are kept in order. */
public final class Housekeeping implements AutoCloseable {
  /** Under which a registry shares it. */
  public record Key() {}

  static final ThreadFactory THREADS = Thread.ofVirtual().name("jongleur-jdbc-", 0).factory();

  private final ScheduledThreadPoolExecutor clockwork =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("jongleur-jdbc").factory());

  public Housekeeping() {
    clockwork.setRemoveOnCancelPolicy(true);
  }

  ScheduledExecutorService clockwork() {
    return clockwork;
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
