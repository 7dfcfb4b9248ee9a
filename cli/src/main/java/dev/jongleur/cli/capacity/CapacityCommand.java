package dev.jongleur.cli.capacity;

import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.frame.JsonFile;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.json.JsonWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs many tenants in one small heap and tells whether it bore them. */
@Command(
    name = "capacity",
    description = "Run many tenants in a small heap, and see whether it bears them.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The heap is given to the JVM: JAVA_OPTS=-Xmx256m ./jongleur capacity --turnover. A stretch"
          + " as long as a tenth goes before and is not counted. Exit code 1: memory ran out,"
          + " something failed, more was open than may be, or (from 1,000 tenants or calls on) the"
          + " last tenth was slower than 0.9 of the first. More in docs/footprint.md."
    })
public final class CapacityCommand implements Callable<Integer> {
  private static final int TENTHS = Scenario.STRETCHES - 1;
  private static final int IN_TURN = 20_000;
  private static final int IN_A_CROWD = 5_000;
  private static final int CALLS_OF_ONE = 10;
  private static final int MILLIS_OF_A_MINUTE = 60_000;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which = new Which();

  /** One of the two. */
  static final class Which {
    @Option(
        names = "--turnover",
        description = "Tenants come in turn; each is erased after some others have come.")
    private boolean turnover;

    @Option(
        names = "--crowd",
        description = "All tenants are there, some are called at any time; none is erased.")
    private boolean crowd;
  }

  @Option(
      names = "--tenants",
      paramLabel = "N",
      description = "How many tenants. Default: 20000 come in turn, 5000 are a crowd.")
  private Optional<Integer> tenants = Optional.empty();

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many models each of them has. Default: ${DEFAULT-VALUE}.")
  private int models;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Turnover: how many rows each tenant stores. Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Option(
      names = "--behind",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Turnover: after how many others a tenant is erased. Default: ${DEFAULT-VALUE}.")
  private int behind;

  @Option(
      names = "--called",
      paramLabel = "N",
      defaultValue = "200",
      description = "Crowd: how many calls are under way at a time. Default: ${DEFAULT-VALUE}.")
  private int called;

  @Option(
      names = "--calls",
      paramLabel = "N",
      description = "Crowd: how many calls there are in all. Default: 10 for each tenant.")
  private Optional<Long> calls = Optional.empty();

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "Crowd: for how long there are calls, instead of how many.")
  private Optional<Double> minutes = Optional.empty();

  @Option(
      names = "--connector",
      paramLabel = "memory|h2",
      defaultValue = "memory",
      description = "Where the data is; h2: a file for each tenant. Default: ${DEFAULT-VALUE}.")
  private Storage storage = Storage.MEMORY;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the numbers there; else they are printed below the table.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--progress", description = "Show the progress bar, terminal or not.")
  private boolean progress;

  @Spec private CommandSpec spec = CommandSpec.create();

  public CapacityCommand() {}

  @Override
  public Integer call() {
    check();
    CapacityReport report = run();
    new CapacityTable(title(), report).print(out());
    tell(report.toMap());
    List<String> found = Shortcomings.of(report);
    found.forEach(one -> spec.commandLine().getErr().println("found: " + one));
    return found.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void check() {
    if (tenants() < 1 || models < 1 || rows < 1 || behind < 1 || called < 1 || calls() < TENTHS) {
      throw new ParameterException(
          spec.commandLine(),
          "--tenants, --models, --rows, --behind and --called are numbers from 1, --calls from 10.");
    }
    if (minutes.orElse(1.0) <= 0 || minutes.isPresent() && calls.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--minutes is more than 0, and there are no --calls beside it.");
    }
  }

  private CapacityReport run() {
    var failures = new Failures();
    try (Application application = Application.on(storage, models);
        Progress bar = Progress.of("capacity", steps(), progress)) {
      Scenario scenario = scenario(application, failures, bar);
      return new CapacityRun(application, scenario, failures).perform();
    } catch (OutOfMemoryError e) {
      throw new CommandFailure("Memory ran out.", e);
    }
  }

  private Scenario scenario(Application application, Failures failures, Progress bar) {
    return which.crowd
        ? new Crowd(application, tenants(), models, called, this::pace, failures, bar)
        : new Turnover(application, tenants(), rows, behind, failures, bar);
  }

  /** That of a tenth. */
  private Pace pace() {
    return minutes
        .map(all -> Pace.lasting(Duration.ofMillis(Math.round(all * MILLIS_OF_A_MINUTE / TENTHS))))
        .orElseGet(() -> Pace.of(calls() / TENTHS));
  }

  private long steps() {
    return which.turnover
        ? (long) tenants() * Scenario.STRETCHES / TENTHS
        : tenants() + Scenario.STRETCHES;
  }

  private int tenants() {
    return tenants.orElse(which.turnover ? IN_TURN : IN_A_CROWD);
  }

  private long calls() {
    return calls.orElseGet(() -> (long) CALLS_OF_ONE * tenants());
  }

  private String title() {
    return which.turnover
        ? "%,d tenants in turn on %s, each with %d models and %,d rows, erased after %d others"
            .formatted(tenants(), storage, models, rows, behind)
        : "%,d tenants on %s, each with %d models, %d called at a time"
            .formatted(tenants(), storage, models, called);
  }

  private void tell(Map<String, Object> numbers) {
    json.ifPresentOrElse(
        file -> JsonFile.write(file, numbers), () -> out().println(JsonWriter.pretty(numbers)));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
