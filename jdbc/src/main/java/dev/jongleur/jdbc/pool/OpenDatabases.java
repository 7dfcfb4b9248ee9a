package dev.jongleur.jdbc.pool;

import dev.jongleur.error.ClosedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The databases that are open: so many at most, those included that are just being opened or
 * closed. One in use is never closed; an idle one is, after a while, or when another needs its
 * place. Opening and closing happen outside the lock.
 */
public final class OpenDatabases implements AutoCloseable {
  private final Function<String, Pool> opener;
  private final int most;
  private final Duration idle;
  private final InstantSource clock;
  private final Gate inUse;

  /**
   * What is open indeed. Whoever closes waits for nobody, so whoever waits here gets in: places are
   * taken for as many as are held, and for those whose closing is under way.
   */
  private final Gate open;

  private final ReentrantLock lock = new ReentrantLock();

  /** By name, the one whose last use is longest ago first; never more than {@link #most}. */
  private final Map<String, Held> held = new LinkedHashMap<>();

  /** Those whose closing has begun and not ended. */
  private final Map<String, CompletableFuture<Void>> closing = new HashMap<>();

  private boolean closed;

  OpenDatabases(Function<String, Pool> opener, int most, Duration idle, InstantSource clock) {
    this.opener = opener;
    this.most = most;
    this.idle = idle;
    this.clock = clock;
    this.inUse = new Gate("open databases", most);
    this.open = new Gate("open databases", most);
  }

  /** One database and who uses it. Its numbers change under the lock only. */
  static final class Held {
    private final String name;
    private final CompletableFuture<Pool> pool = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private int users = 1;
    private Instant idleSince = Instant.MAX;

    private Held(String name) {
      this.name = name;
    }

    Pool pool() {
      return pool.join();
    }
  }

  /** Opens a database or joins those who use it; to be given back. */
  Held claim(String name, Deadline deadline) {
    Optional<Held> joined = join(name);
    if (joined.isPresent()) {
      return opened(joined.get());
    }
    inUse.enter(deadline);
    Entry entry;
    try {
      entry = enter(name);
    } catch (RuntimeException e) {
      inUse.leave();
      throw e;
    }
    entry.victims().forEach(this::finish);
    if (entry.isNew()) {
      open(entry.held(), deadline);
    }
    return opened(entry.held());
  }

  void release(Held used) {
    lock.lock();
    try {
      used.users--;
      if (used.users == 0) {
        used.idleSince = clock.instant();
        if (held.remove(used.name, used)) {
          held.put(used.name, used);
        }
        inUse.leave();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes those that were idle for long enough. */
  public void closeIdle() {
    Instant before = clock.instant().minus(idle);
    take(candidate -> candidate.users == 0 && !candidate.idleSince.isAfter(before))
        .forEach(this::finish);
  }

  /** Closes one, unless it is in use. */
  void closeUnused(String name) {
    take(candidate -> candidate.name.equals(name) && candidate.users == 0).forEach(this::finish);
  }

  /** Closes one whose data is to be removed, in use or not: what is under way on it fails. */
  void drop(String name) {
    take(candidate -> candidate.name.equals(name)).forEach(one -> finish(one, Pool::drop));
  }

  /** How many are open indeed: those whose closing is under way are too. */
  public Gate open() {
    return open;
  }

  /** How many are held open. */
  public int size() {
    lock.lock();
    try {
      return held.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many are in use. */
  public int used() {
    return inUse.inside();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    take(candidate -> true).forEach(this::finish);
  }

  private record Entry(Held held, boolean isNew, List<Held> victims) {}

  private Optional<Held> join(String name) {
    lock.lock();
    try {
      Held there = held.get(name);
      if (there == null || there.users == 0) {
        return Optional.empty();
      }
      there.users++;
      return Optional.of(there);
    } finally {
      lock.unlock();
    }
  }

  /** Whoever has entered the gate finds a place: as many are in use as are in, him included. */
  private Entry enter(String name) {
    lock.lock();
    try {
      if (closed) {
        throw new ClosedException("The data source is closed.");
      }
      Held there = held.get(name);
      if (there != null) {
        if (there.users++ > 0) {
          inUse.leave();
        }
        return new Entry(there, false, List.of());
      }
      var victims = new ArrayList<Held>();
      if (held.size() >= most) {
        held.values().stream().filter(one -> one.users == 0).findFirst().ifPresent(victims::add);
        victims.forEach(this::startClosing);
      }
      var made = new Held(name);
      held.put(name, made);
      return new Entry(made, true, victims);
    } finally {
      lock.unlock();
    }
  }

  private void open(Held made, Deadline deadline) {
    awaitClosing(made.name);
    try {
      made.pool.complete(openPlaced(made.name, deadline));
    } catch (RuntimeException | Error e) {
      lock.lock();
      try {
        held.remove(made.name, made);
      } finally {
        lock.unlock();
      }
      made.pool.completeExceptionally(e);
    }
  }

  private Pool openPlaced(String name, Deadline deadline) {
    open.enter(deadline);
    try {
      return opener.apply(name);
    } catch (RuntimeException | Error e) {
      open.leave();
      throw e;
    }
  }

  private Held opened(Held claimed) {
    try {
      var _ = claimed.pool();
      return claimed;
    } catch (CompletionException e) {
      release(claimed);
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private List<Held> take(Predicate<Held> which) {
    lock.lock();
    try {
      List<Held> taken = held.values().stream().filter(which).toList();
      taken.forEach(this::startClosing);
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void startClosing(Held victim) {
    var _ = held.remove(victim.name);
    closing.merge(victim.name, victim.gone, (one, other) -> CompletableFuture.allOf(one, other));
  }

  private void finish(Held victim) {
    finish(victim, Pool::close);
  }

  private void finish(Held victim, Consumer<Pool> closing) {
    try {
      shut(victim.pool(), closing);
    } catch (CompletionException e) {
      // It was never opened.
    } finally {
      ended(victim);
    }
  }

  private void shut(Pool pool, Consumer<Pool> closing) {
    try {
      closing.accept(pool);
    } finally {
      open.leave();
    }
  }

  private void ended(Held victim) {
    lock.lock();
    try {
      victim.gone.complete(null);
      closing.computeIfPresent(victim.name, (name, pending) -> pending.isDone() ? null : pending);
    } finally {
      lock.unlock();
    }
  }

  private void awaitClosing(String name) {
    CompletableFuture<Void> pending;
    lock.lock();
    try {
      pending = closing.get(name);
    } finally {
      lock.unlock();
    }
    if (pending != null) {
      pending.join();
    }
  }
}
