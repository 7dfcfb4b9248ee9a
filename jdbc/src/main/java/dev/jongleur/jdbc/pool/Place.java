package dev.jongleur.jdbc.pool;

import java.util.Set;

/** Where a connector's databases are. Names are checked tenant names, or empty for the whole. */
public sealed interface Place extends AutoCloseable permits InDirectory, InMemory, AtUrl {
  /** The URL of a database, which is there from now on. */
  String url(String database);

  /** What stands for the server whose connections are budgeted. */
  String server();

  /** What stands for the place itself: two of the same see the same databases. */
  default String home() {
    return server();
  }

  /** Tries whether databases can be made here. */
  void ping();

  /** Whether there is more than one database. */
  boolean hasMany();

  boolean isDurable();

  /** Whether a database that nobody is connected to should be closed with its pool. */
  boolean closesWithPool();

  /** The names of databases that are there. */
  Set<String> databases();

  /** Whether a database is there; never slower for there being many others. */
  default boolean holds(String database) {
    return databases().contains(database);
  }

  /** Removes a closed database with all its data. */
  void erase(String database);

  /** The place of a database as a message begins with it. */
  String describe(String database);

  @Override
  void close();
}
