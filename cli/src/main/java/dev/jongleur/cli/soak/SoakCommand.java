package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.JsonFile;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.json.JsonWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the load test and tells what stays behind. */
@Command(
    name = "soak",
    description = "Switch between many tenants and measure what stays behind.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Each request (a switch) opens a data source for its tenant's configuration through one"
          + " registry, defines the models from their files, creates a row, finds it again, looks"
          + " for rows of other tenants, and disconnects.",
      "",
      "How it is measured: a warm-up of 2,000 requests (h2: 200) on a registry of its own comes"
          + " first and does not count. Then live heap (what full collections leave, repeated"
          + " until it is stable) and metaspace are sampled at the start and after each tenth of"
          + " the requests, while none is under way. heapBytesPerSwitch and"
          + " metaspaceBytesPerSwitch are the slopes of the least-squares line through these"
          + " eleven points, with their standard errors; a negative slope is shown as it is."
          + " seconds is the time of the requests, without the collections.",
      "",
      "Exit code 1: a tenant registry, a lease or a thread is left, a data source was never"
          + " closed, a request failed, or memory"
          + " grew. From 10,000 switches on it grew when its slope is more than 1 byte a switch"
          + " plus its error, beyond what the JVM takes once when it compiles: 32 kB of heap and"
          + " 256 kB of metaspace (h2: 256 kB and 4 MB). In a shorter run it grew when it did so"
          + " by more than 1 MB of heap, or by those amounts of metaspace."
    })
public final class SoakCommand implements Callable<Integer> {
  @Option(
      names = "--tenants",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many tenants take turns. Default: ${DEFAULT-VALUE}.")
  private int tenants;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many requests each tenant makes. Default: ${DEFAULT-VALUE}.")
  private int requests;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many models a request defines. Default: ${DEFAULT-VALUE}.")
  private int models;

  @Option(
      names = "--switches",
      paramLabel = "N",
      description = "How many requests there are in all, instead of tenants x requests.")
  private Optional<Long> switches = Optional.empty();

  @Option(
      names = "--connector",
      paramLabel = "memory|h2",
      defaultValue = "memory",
      description = "Where the data is; h2: a file for each tenant. Default: ${DEFAULT-VALUE}.")
  private Storage storage = Storage.MEMORY;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many requests go on at once. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the numbers there; else they are printed below the table.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--progress", description = "Show the progress bar, terminal or not.")
  private boolean progress;

  @Spec private CommandSpec spec = CommandSpec.create();

  public SoakCommand() {}

  @Override
  public Integer call() {
    SoakPlan plan = plan();
    SoakReport report = run(plan);
    new SoakTable(report).print(out());
    tell(report.toMap());
    List<String> left = Leftovers.of(report);
    left.forEach(found -> spec.commandLine().getErr().println("left: " + found));
    return left.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private SoakPlan plan() {
    long total = switches.orElseGet(() -> (long) tenants * requests);
    if (tenants < 1 || requests < 1 || models < 1 || threads < 1 || total < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--tenants, --requests, --models, --switches and --threads are numbers from 1.");
    }
    return new SoakPlan(storage, tenants, models, total, threads, SoakPlan.warmUp(storage));
  }

  private SoakReport run(SoakPlan plan) {
    try (TenantData data = TenantData.on(plan.storage());
        Progress bar = Progress.of("soak", plan.warmUp() + plan.switches(), progress)) {
      var request = new TenantRequest(data::settings, ModelFiles.of(plan.models()));
      return new SoakRun(plan, request, bar).perform();
    }
  }

  private void tell(Map<String, Object> numbers) {
    json.ifPresentOrElse(
        file -> JsonFile.write(file, numbers), () -> out().println(JsonWriter.pretty(numbers)));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
