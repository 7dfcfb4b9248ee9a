package dev.jongleur.memory.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A directory for logs, in memory where the system has such: what is tested is not the disk. */
final class TempLogs implements AutoCloseable {
  private static final Path IN_MEMORY = Path.of("/dev/shm");

  private final Path path;

  TempLogs() throws IOException {
    this.path =
        Files.isWritable(IN_MEMORY)
            ? Files.createTempDirectory(IN_MEMORY, "jongleur")
            : Files.createTempDirectory("jongleur");
  }

  Path path() {
    return path;
  }

  Path file(String partition) {
    return path.resolve(partition + ".jlog");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(path);
  }
}
