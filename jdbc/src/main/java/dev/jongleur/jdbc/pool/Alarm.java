package dev.jongleur.jdbc.pool;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops a statement when the time of a piece of work with it is over. Thread-safe. */
public final class Alarm {
  private final ScheduledExecutorService clockwork;

  Alarm(ScheduledExecutorService clockwork) {
    this.clockwork = clockwork;
  }

  /** Work with a statement. */
  @FunctionalInterface
  public interface Piece<T> {
    T run() throws SQLException;
  }

  /**
   * Does a piece of work, no longer than the deadline. Whoever was stopped too late to notice is
   * told all the same: the statement is of no more use.
   */
  public <T> T during(dev.jongleur.connector.Deadline deadline, Statement statement, Piece<T> piece)
      throws SQLException {
    if (!deadline.isLimited()) {
      return piece.run();
    }
    Future<?> bell = ring(statement, deadline.remaining());
    try {
      T result = piece.run();
      if (!bell.cancel(false)) {
        throw deadline.exceeded();
      }
      return result;
    } finally {
      bell.cancel(false);
    }
  }

  private Future<?> ring(Statement statement, Duration after) {
    return clockwork.schedule(
        () -> Thread.startVirtualThread(() -> stop(statement)),
        after.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  private static void stop(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // It has ended.
    }
  }
}
