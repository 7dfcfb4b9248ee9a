package dev.jongleur.cli.serve;

import dev.jongleur.cli.frame.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that embedded data lives under, locked against a second server for as long as it is
 * open. Remembers which tenants are being filled, so that one whose sample data was cut short is
 * known as such at the next start.
 */
final class DataDirectory implements Fillings, AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String FILLING = ".filling";

  private final Path root;
  private final FileChannel locked;

  private DataDirectory(Path root, FileChannel locked) {
    this.root = root;
    this.locked = locked;
  }

  /**
   * Makes the directory where it is missing, and locks it.
   *
   * @throws CommandFailure when it cannot be written, or is locked
   */
  static DataDirectory open(Path root) {
    try {
      Files.createDirectories(root.resolve(FILLING));
      return new DataDirectory(root, lock(root));
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  @Override
  public void begin(String tenant) {
    try {
      Files.writeString(root.resolve(FILLING).resolve(tenant), "");
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  @Override
  public void finish(String tenant) {
    try {
      Files.deleteIfExists(root.resolve(FILLING).resolve(tenant));
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  @Override
  public List<String> unfinished() {
    try (Stream<Path> files = Files.list(root.resolve(FILLING))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  @Override
  public void close() {
    try {
      locked.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lock lasts as long as the channel, and no longer than the process. */
  private static FileChannel lock(Path root) throws IOException {
    var channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new CommandFailure(
          "The data directory "
              + root
              + " is in use by another server: stop that one, or name"
              + " another directory with --data.");
    }
    return channel;
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static CommandFailure unusable(Path root, IOException cause) {
    boolean blocked = Files.exists(root) && !Files.isDirectory(root);
    String reason =
        cause instanceof FileSystemException named && named.getReason() != null
            ? " (" + named.getReason() + ")"
            : "";
    return new CommandFailure(
        "The data directory "
            + root
            + (blocked ? " is a file" : " cannot be written" + reason)
            + ": name one that this process may write with --data.",
        cause);
  }
}
