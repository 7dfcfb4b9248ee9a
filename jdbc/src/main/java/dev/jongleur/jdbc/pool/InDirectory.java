package dev.jongleur.jdbc.pool;

import dev.jongleur.connector.Partition;
import dev.jongleur.error.StoreException;
import dev.jongleur.jdbc.dialect.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file for each tenant in one directory. Only names of a harmless form become file names. */
public final class InDirectory implements Place {
  /**
   * What a tenant's file may be called; the database of the whole has a name no tenant can have.
   */
  static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,100}");

  private static final String WHOLE = "@whole";

  private final Path directory;
  private final Embedding embedding;
  private final long cache;

  /**
   * A directory that need not be there yet.
   *
   * @param cache bytes that each database may keep of its pages
   */
  public InDirectory(Path directory, Embedding embedding, long cache) {
    this.directory = directory.toAbsolutePath().normalize();
    this.embedding = embedding;
    this.cache = cache;
    var _ = embedding.file(this.directory);
  }

  @Override
  public String url(String database) {
    ping();
    return embedding.oneOfMany(directory.resolve(fileName(database)), cache);
  }

  @Override
  public void ping() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StoreException(describe("") + " cannot be made: name another directory.", e);
    }
    if (!Files.isWritable(directory)) {
      throw new StoreException(
          describe("") + " cannot be written: give this process the right to write there.");
    }
  }

  @Override
  public String server() {
    return directory.toString();
  }

  @Override
  public boolean hasMany() {
    return true;
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public boolean closesWithPool() {
    return true;
  }

  @Override
  public Set<String> databases() {
    if (!Files.isDirectory(directory)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(embedding.suffix()))
          .map(name -> name.substring(0, name.length() - embedding.suffix().length()))
          .filter(name -> NAME.matcher(name).matches())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new StoreException(describe("") + " cannot be read: give this process the right.", e);
    }
  }

  @Override
  public boolean holds(String database) {
    return Files.exists(directory.resolve(fileName(database) + embedding.suffix()));
  }

  @Override
  public void erase(String database) {
    try {
      Files.deleteIfExists(directory.resolve(fileName(database) + embedding.suffix()));
    } catch (IOException e) {
      throw new StoreException(
          describe(database) + " cannot be written: give this process the right to remove files.",
          e);
    }
  }

  @Override
  public String describe(String database) {
    return "A database in the directory \"" + directory + "\"";
  }

  @Override
  public void close() {}

  private static String fileName(String database) {
    if (database.equals(Partition.WHOLE.name())) {
      return WHOLE;
    }
    if (!NAME.matcher(database).matches()) {
      throw new IllegalArgumentException("not a checked tenant name");
    }
    return database;
  }
}
