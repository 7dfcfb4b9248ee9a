package dev.jongleur.jdbc.dialect;

import java.nio.file.Path;

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

  /** What a database's file name ends with. */
  String suffix();
}
