package dev.jongleur.jdbc.pool;

import dev.jongleur.error.ClosedException;
import dev.jongleur.jdbc.dialect.Embedding;
import java.sql.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Databases in memory that no other connector can name. Each lives until it is erased or this is
 * closed: one connection to each is kept for that, so there are as many as tenants with data.
 */
public final class InMemory implements Place {
  private final Access access;
  private final Embedding embedding;
  private final String secret = UUID.randomUUID().toString();
  private final Map<String, Connection> anchors = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  public InMemory(Access access, Embedding embedding) {
    this.access = access;
    this.embedding = embedding;
  }

  @Override
  public String url(String database) {
    String url = embedding.memory(secret + "/" + database);
    lock.lock();
    try {
      if (closed) {
        throw new ClosedException("The data source is closed.");
      }
      anchors.computeIfAbsent(database, name -> access.open(url, describe(name)));
      return url;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String server() {
    return secret;
  }

  @Override
  public void ping() {}

  @Override
  public boolean hasMany() {
    return true;
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public boolean closesWithPool() {
    return false;
  }

  @Override
  public Set<String> databases() {
    lock.lock();
    try {
      var names = new HashSet<>(anchors.keySet());
      names.remove("");
      return names;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void erase(String database) {
    lock.lock();
    try {
      Optional.ofNullable(anchors.remove(database)).ifPresent(Quietly::close);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String describe(String database) {
    return "A database in memory";
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      anchors.values().forEach(Quietly::close);
      anchors.clear();
    } finally {
      lock.unlock();
    }
  }
}
