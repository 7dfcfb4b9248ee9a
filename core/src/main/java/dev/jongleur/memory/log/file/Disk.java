package dev.jongleur.memory.log.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What is done to folders so that it is still done after a loss of power. Stateless. */
public final class Disk {
  private static final boolean SYNCS_FOLDERS =
      !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");

  private Disk() {}

  /** Makes names that were added, changed or removed last. */
  static void syncFolder(Path folder) throws IOException {
    boolean interrupted = false;
    while (SYNCS_FOLDERS && !isSynced(folder)) {
      // Who is interrupted stays so, and yet gets done what others rely on.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isSynced(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  /** Puts a file in the place of another: at every moment there is one of the two, whole. */
  public static void replace(Path fresh, Path old) throws IOException {
    try {
      Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system cannot put one file in the place of another", e);
    }
    syncFolder(parent(old));
  }

  public static void remove(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      syncFolder(parent(file));
    }
  }

  static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }
}
