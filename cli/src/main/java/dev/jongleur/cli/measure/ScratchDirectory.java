package dev.jongleur.cli.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for the data of one run. Closing removes it, and so does the end of the process. */
public record ScratchDirectory(Path path) implements AutoCloseable {
  public static ScratchDirectory make(String prefix) {
    try {
      var made = new ScratchDirectory(Files.createTempDirectory(prefix));
      Runtime.getRuntime().addShutdownHook(new Thread(made::close, "remove-scratch-data"));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also when the run is broken off: what can be removed goes. */
  @Override
  public void close() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      all.sorted(Comparator.reverseOrder()).forEach(ScratchDirectory::remove);
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(ScratchDirectory.class.getName())
          .log(Level.WARNING, "The directory {0} could not be removed: {1}", path, e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
