package dev.jongleur.cli.doctor;

import dev.jongleur.cli.frame.CommandFailure;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The heap of another process, as a file that is there until this is closed. */
record LiveDump(Path file) implements AutoCloseable {
  /**
   * Has a JVM write what of its heap can be reached.
   *
   * @throws CommandFailure when there is no such process, or it cannot be asked
   */
  static LiveDump of(long pid) {
    checkAttachable(pid);
    LiveDump dump = new LiveDump(directory().resolve("heap.hprof"));
    Runtime.getRuntime().addShutdownHook(new Thread(dump::close, "remove-heap-dump"));
    try {
      dump.write(pid);
      return dump;
    } catch (RuntimeException e) {
      dump.close();
      throw e;
    }
  }

  private static void checkAttachable(long pid) {
    ProcessHandle other =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new CommandFailure("There is no process " + pid + "."));
    if (other.equals(ProcessHandle.current())) {
      throw new CommandFailure("The process " + pid + " is this one; it cannot examine itself.");
    }
    Optional<String> owner = other.info().user();
    if (owner.isPresent() && !owner.equals(ProcessHandle.current().info().user())) {
      throw new CommandFailure(
          "The process " + pid + " is " + owner.get() + "'s; only that user can have it dumped.");
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("jongleur-doctor-");
    } catch (IOException e) {
      throw new CommandFailure("There is no room for a heap dump: " + e.getMessage(), e);
    }
  }

  /**
   * Not by the other JVM's management beans: a server may refuse what these are sent, and
   * Jongleur's own does.
   */
  private void write(long pid) {
    String said = jcmd(String.valueOf(pid), "GC.heap_dump", file.toString());
    if (!Files.exists(file)) {
      throw new CommandFailure(
          "The process " + pid + " cannot be asked for its heap; is it a JVM?",
          new IllegalStateException(said));
    }
  }

  /** What the JDK's tool says. */
  private static String jcmd(String... arguments) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    var command = new ArrayList<String>();
    command.add(tool.toString());
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var output = process.getInputStream()) {
        return new String(output.readAllBytes(), Charset.defaultCharset());
      }
    } catch (IOException e) {
      throw new CommandFailure("There is no " + tool + " to ask another JVM with.", e);
    }
  }

  /** Also at the end of the process, when it is broken off. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
    } catch (IOException e) {
      System.getLogger(LiveDump.class.getName())
          .log(Level.WARNING, "The heap dump {0} could not be removed: {1}", file, e);
    }
  }
}
