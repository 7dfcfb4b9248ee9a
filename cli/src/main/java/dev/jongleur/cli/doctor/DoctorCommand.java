package dev.jongleur.cli.doctor;

import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.frame.JsonFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Examines the heap of a JVM with Jongleur in it. */
@Command(
    name = "doctor",
    description = "Tell from a heap dump what of Jongleur is retained, by whom, and what leaks.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "It tells the tenants, data sources, open partitions, leases, models, definitions, shapes and"
          + " observers that can be reached, how many bytes each retains (what would be free"
          + " without it, by its dominator tree), and which field of the application holds it:"
          + " the last one that is the application's own on the shortest way from a root of the"
          + " garbage collector. Weak and phantom references hold nothing.",
      "",
      "A likely leak is: a released tenant that is still held; a closed application, data"
          + " source, partition, lease or owner of models that is; open data sources in one collection, two of the"
          + " same settings or a hundred in all; an open one that only handles of its models keep; a"
          + " lease that was dropped and not given back; ten definitions of one name, or a thousand"
          + " in all, that no model uses; more than 1,000 observers of one model; a subscription"
          + " whose owner has ended. What only a running method has at hand is none.",
      "",
      "With --pid the other JVM, which has to run as the same user, collects, and stands still"
          + " while it writes its heap into a temporary file, which is removed afterwards. It is"
          + " asked by the JDK's jcmd.",
      "",
      "Exit code: 0 nothing looks like a leak, 1 something does, or it could not be examined, 2"
          + " wrong options."
    })
public final class DoctorCommand implements Callable<Integer> {
  /** How much memory it takes to read a dump, by how large it is. */
  private static final int TIMES = 4;

  /** Where the heap is. */
  private static final class Whose {
    @Option(
        names = "--pid",
        required = true,
        paramLabel = "PID",
        description = "Examine this process.")
    private Optional<Long> pid = Optional.empty();

    @Option(
        names = "--heap",
        required = true,
        paramLabel = "FILE",
        description = "Examine this heap dump (hprof).")
    private Optional<Path> heap = Optional.empty();
  }

  @ArgGroup(multiplicity = "1")
  private Whose whose = new Whose();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write all of it there, for programs.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of each kind to tell one by one. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Spec private CommandSpec spec = CommandSpec.create();

  public DoctorCommand() {}

  @Override
  public Integer call() {
    if (whose.pid.isEmpty() && whose.heap.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Whose heap? Give --pid or --heap.");
    }
    if (top < 0) {
      throw new ParameterException(spec.commandLine(), "--top is a number from 0.");
    }
    Diagnosis diagnosis = diagnosis();
    new DoctorTable(diagnosis).print(spec.commandLine().getOut());
    json.ifPresent(file -> JsonFile.write(file, diagnosis.toMap()));
    return diagnosis.isHealthy() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Diagnosis diagnosis() {
    return whose
        .heap
        .map(file -> diagnosis(file, "the heap dump " + file.getFileName()))
        .orElseGet(() -> alive(whose.pid.orElseThrow()));
  }

  private Diagnosis alive(long pid) {
    try (LiveDump dump = LiveDump.of(pid)) {
      return diagnosis(dump.file(), "the process " + pid);
    }
  }

  private Diagnosis diagnosis(Path file, String source) {
    try {
      return Diagnosis.of(file, source, top);
    } catch (OutOfMemoryError e) {
      throw new CommandFailure(
          "The heap dump is too big for %d MB of memory; with JAVA_OPTS=-Xmx%dm it should do."
              .formatted(Runtime.getRuntime().maxMemory() >> 20, TIMES * megabytes(file)),
          e);
    }
  }

  private static long megabytes(Path file) {
    return (file.toFile().length() >> 20) + 20;
  }
}
