package dev.jongleur.jdbc.pool;

import dev.jongleur.error.ClosedException;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** One database. When it lives in this process, one connection keeps it open until this closes. */
public final class AtUrl implements Place {
  private final Access access;
  private final String url;
  private final boolean durable;
  private final String description;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Connection> anchor = Optional.empty();
  private boolean closed;

  /**
   * A place that is not looked at before its first use.
   *
   * @param description how messages call it; without user and password
   */
  public AtUrl(Access access, String url, boolean durable, String description) {
    this.access = access;
    this.url = url;
    this.durable = durable;
    this.description = description;
  }

  @Override
  public String url(String database) {
    lock.lock();
    try {
      if (closed) {
        throw new ClosedException("The data source is closed.");
      }
      if (anchor.isEmpty() && access.dialect().isInProcess(url)) {
        anchor = Optional.of(access.open(url, description));
      }
      return url;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String server() {
    return access.dialect().server(url);
  }

  @Override
  public String home() {
    return url.split(";", 2)[0];
  }

  @Override
  public void ping() {}

  @Override
  public boolean hasMany() {
    return false;
  }

  @Override
  public boolean isDurable() {
    return durable;
  }

  @Override
  public boolean closesWithPool() {
    return false;
  }

  @Override
  public Set<String> databases() {
    return Set.of();
  }

  @Override
  public void erase(String database) {
    throw new IllegalStateException("one database has no parts to erase");
  }

  @Override
  public String describe(String database) {
    return description;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      anchor.ifPresent(Quietly::close);
      anchor = Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
