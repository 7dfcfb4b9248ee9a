package dev.jongleur.memory.log;

import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import dev.jongleur.memory.log.file.Disk;
import dev.jongleur.memory.log.file.LogFile;
import dev.jongleur.memory.log.file.LogReader;
import dev.jongleur.memory.log.record.LoggedRows;
import dev.jongleur.memory.log.record.Replay;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of logs, one for each partition, which nobody else writes to as long as this is open: no
 * other process, and no other data source of this one. Thread-safe. Holds a bounded number of files
 * open, however many logs there are.
 */
public final class LogDirectory implements AutoCloseable {
  private static final String LOCK = "jongleur.lock";
  private static final String END = ".jlog";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  /** The partition without a name; no tenant is called so. */
  private static final String WHOLE = "@whole";

  private final LogOptions options;
  private final FileChannel channel;
  private final OpenFiles files;
  private final Compactions compactions = new Compactions();
  private final Map<String, Log> open = new ConcurrentHashMap<>();

  private LogDirectory(LogOptions options, FileChannel channel) {
    this.options = options;
    this.channel = channel;
    this.files = new OpenFiles(options.openFiles());
  }

  /**
   * Opens a directory, making it where there is none.
   *
   * @throws StoreException when it cannot be written to, or is in use
   */
  public static LogDirectory open(LogOptions options) {
    Path directory = options.directory();
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new LogDirectory(options, locked(channel, directory));
    } catch (IOException e) {
      throw new StoreException(
          "The directory " + directory + " cannot be opened: " + e.getMessage() + ".", e);
    }
  }

  private static FileChannel locked(FileChannel channel, Path directory) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // By a data source of this process.
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new StoreException(
        "The directory " + directory + " is in use by another process or data source.");
  }

  /** A log, and the rows that it tells of. */
  public record Opened(Log log, Map<String, LoggedRows> rows) {}

  /**
   * Opens a partition's log and reads it; whoever opens it closes it before it is opened again.
   *
   * @param order of keys
   * @param keys a key as it is ordered, from what was written of it
   * @throws StoreException when it is damaged elsewhere than at its end
   */
  public Opened open(
      String partition,
      Comparator<@Nullable Object> order,
      Function<@Nullable Object, @Nullable Object> keys) {
    checkOpen();
    Path path = path(partition);
    removeLeftover(path);
    var replay = new Replay(order, keys);
    LogFile file = new LogReader(path, options.cutsDamage(), replay::batch).read();
    var log = new Log(options, files, compactions, file, replay.bytes());
    open.put(partition, log);
    return new Opened(log, replay.collections());
  }

  /** The named partitions that have a log. */
  public Set<String> names() {
    checkOpen();
    try (Stream<Path> all = Files.list(options.directory())) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(END))
          .map(name -> name.substring(0, name.length() - END.length()))
          .filter(name -> NAME.matcher(name).matches())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new StoreException(
          "The directory " + options.directory() + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  public boolean holds(String partition) {
    checkOpen();
    return Files.exists(path(partition));
  }

  /** Removes a partition from the disk; a log that is open begins anew. */
  public void erase(String partition) {
    checkOpen();
    Log log = open.get(partition);
    try {
      if (log != null) {
        log.erase();
      }
      removeLeftover(path(partition));
      Disk.remove(path(partition));
    } catch (IOException e) {
      throw new StoreException(
          "The log " + path(partition) + " cannot be removed: " + e.getMessage() + ".", e);
    }
  }

  /** Closes a partition's log, if it is open. */
  public void close(String partition) {
    Log log = open.remove(partition);
    if (log != null) {
      log.close();
    }
  }

  /** How many files are held open now, the lock aside. */
  public int openFiles() {
    return files.size();
  }

  private Path path(String partition) {
    return options.directory().resolve((partition.isEmpty() ? WHOLE : partition) + END);
  }

  /** A compaction that a crash ended leaves a file that never counted. */
  private static void removeLeftover(Path path) {
    try {
      Files.deleteIfExists(Compaction.beside(path));
    } catch (IOException e) {
      throw new StoreException(
          "What a compaction left beside " + path + " cannot be removed: " + e.getMessage() + ".",
          e);
    }
  }

  private void checkOpen() {
    if (!channel.isOpen()) {
      throw new ClosedException("The directory " + options.directory() + " is closed.");
    }
  }

  /** Closes all logs, whatever one of them says, and lets others at the directory. */
  @Override
  public void close() {
    StoreException failure = null;
    for (Log log : open.values()) {
      try {
        log.close();
      } catch (StoreException e) {
        failure = e;
      }
    }
    open.clear();
    try {
      channel.close();
    } catch (IOException e) {
      failure = new StoreException("The directory " + options.directory() + " stays locked.", e);
    }
    if (failure != null) {
      throw failure;
    }
  }
}
