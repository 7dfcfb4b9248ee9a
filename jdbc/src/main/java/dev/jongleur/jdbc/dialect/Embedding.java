package dev.jongleur.jdbc.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Databases that live in this process: in memory, or each in a file. */
public interface Embedding {
  /** A database in memory that lives as long as one connection to it. */
  String memory(String name);

  /**
   * The database in a file.
   *
   * @param file its path without the suffix
   * @throws dev.jongleur.error.DefinitionException when the path cannot stand in a URL
   */
  String file(Path file);

  /**
   * The database in a file that is one of many in this process.
   *
   * @param cache bytes of its pages that may be kept in memory
   */
  String oneOfMany(Path file, long cache);

  /**
   * Does the first work in a database that was just made. What it commits is written at its end,
   * together, before this returns; nobody else works in the database meanwhile.
   */
  void fill(Connection connection, Filling filling) throws SQLException;

  /** Closes a database at once, for all who use it: its data is to be removed. */
  void shutDown(Connection connection) throws SQLException;

  /** What a database's file name ends with. */
  String suffix();
}
