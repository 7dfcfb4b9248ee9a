package dev.jongleur.jdbc.pool;

import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Connections to a database that lives in this process, where a connection is an object and no
 * more: they are kept until this is closed, and keep the database open.
 */
final class EmbeddedPool implements Pool {
  private static final int NO_TIME = 0;

  private final Access access;
  private final String url;
  private final String place;
  private final Gate gate;
  private final AtomicBoolean isNew;
  private final ReentrantLock lock = new ReentrantLock();

  /** The one that was used last is first; changed under the lock, as is what follows. */
  private final Deque<Connection> idle = new ArrayDeque<>();

  private final Set<Connection> taken = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean closed;

  private EmbeddedPool(Access access, String url, String place, Gate gate, boolean isNew) {
    this.access = access;
    this.url = url;
    this.place = place;
    this.gate = gate;
    this.isNew = new AtomicBoolean(isNew);
  }

  /**
   * Opens a database; fails at once, and in words, where it cannot be opened.
   *
   * @param place how messages call it
   * @param isNew whether opening makes it
   */
  static Pool open(Access access, String url, String place, int most, boolean isNew) {
    var gate = new Gate("connections to one database", most);
    var pool = new EmbeddedPool(access, url, place, gate, isNew);
    pool.idle.push(access.open(url, place));
    return pool;
  }

  @Override
  public Gate gate() {
    return gate;
  }

  @Override
  public Connection take() {
    Connection usable = idle().orElseGet(() -> access.open(url, place));
    lock.lock();
    try {
      if (!closed) {
        var _ = taken.add(usable);
        return usable;
      }
    } finally {
      lock.unlock();
    }
    Quietly.close(usable);
    throw new ClosedException("The database was closed.");
  }

  /** One that is idle and was not closed with its database, as after a failure of the disk. */
  private Optional<Connection> idle() {
    Optional<Connection> next = poll();
    while (next.isPresent() && !isUsable(next.get())) {
      Quietly.close(next.get());
      next = poll();
    }
    return next;
  }

  private Optional<Connection> poll() {
    lock.lock();
    try {
      return Optional.ofNullable(idle.poll());
    } finally {
      lock.unlock();
    }
  }

  private static boolean isUsable(Connection connection) {
    try {
      return connection.isValid(NO_TIME);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void giveBack(Connection connection) {
    lock.lock();
    try {
      if (taken.remove(connection) && !closed) {
        idle.push(connection);
        return;
      }
    } finally {
      lock.unlock();
    }
    Quietly.close(connection);
  }

  /** Where it was the only one, its database closes, and the next one opens it again. */
  @Override
  public void discard(Connection connection) {
    lock.lock();
    try {
      var _ = taken.remove(connection);
    } finally {
      lock.unlock();
    }
    Quietly.close(connection);
  }

  @Override
  public boolean isNew() {
    return isNew.get();
  }

  @Override
  public boolean claimNew() {
    return isNew.getAndSet(false);
  }

  @Override
  public void drop() {
    try {
      shutDown();
    } catch (SQLException | StoreException e) {
      // Then it is closed as any other.
    } finally {
      close();
    }
  }

  private void shutDown() throws SQLException {
    Connection last = idle().orElseGet(() -> access.open(url, place));
    try {
      access.dialect().embedding().orElseThrow().shutDown(last);
    } finally {
      Quietly.close(last);
    }
  }

  @Override
  public void close() {
    List<Connection> all = new ArrayList<>();
    lock.lock();
    try {
      closed = true;
      all.addAll(idle);
      all.addAll(taken);
      idle.clear();
      taken.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(Quietly::close);
  }
}
