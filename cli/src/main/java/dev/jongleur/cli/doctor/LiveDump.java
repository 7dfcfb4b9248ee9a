package dev.jongleur.cli.doctor;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.jongleur.cli.frame.CommandFailure;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

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

  @SuppressWarnings("BanJNDI") // who answers is a process of the same user, on this machine
  private void write(long pid) {
    try (var connector = JMXConnectorFactory.connect(agentOf(pid))) {
      ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              "com.sun.management:type=HotSpotDiagnostic",
              HotSpotDiagnosticMXBean.class)
          .dumpHeap(file.toString(), true);
    } catch (IOException e) {
      throw new CommandFailure(
          "The process " + pid + " could not dump its heap: " + e.getMessage(), e);
    }
  }

  /** Where the other JVM's own management answers; that begins it, if it has not begun yet. */
  private static JMXServiceURL agentOf(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        return new JMXServiceURL(machine.startLocalManagementAgent());
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new CommandFailure("The process " + pid + " is no JVM that can be asked.", e);
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
