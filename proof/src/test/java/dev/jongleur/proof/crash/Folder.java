package dev.jongleur.proof.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory in memory where the system has such: what is tested is not the disk. */
public final class Folder implements AutoCloseable {
  private static final Path IN_MEMORY = Path.of("/dev/shm");

  private final Path path;

  public Folder() {
    try {
      this.path =
          Files.isWritable(IN_MEMORY)
              ? Files.createTempDirectory(IN_MEMORY, "jongleur")
              : Files.createTempDirectory("jongleur");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  /** Removes it with everything in it. */
  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
