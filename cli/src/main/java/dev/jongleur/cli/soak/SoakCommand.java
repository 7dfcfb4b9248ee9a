package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.JsonFile;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.cli.soak.load.Churning;
import dev.jongleur.cli.soak.load.Load;
import dev.jongleur.cli.soak.load.ModelFiles;
import dev.jongleur.cli.soak.load.Switching;
import dev.jongleur.cli.soak.load.TenantData;
import dev.jongleur.cli.soak.load.Tenantry;
import dev.jongleur.cli.soak.load.Work;
import dev.jongleur.json.JsonWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
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
      "--forget: none disconnects. Every data source is dropped, and is to be found when it is"
          + " collected, released and counted. The run waits for that before each sample and at"
          + " the end. When 1,000 wait to be found it asks for a collection itself, so that memory"
          + " does not pile up where the JVM has no reason to collect.",
      "--overlap: each disconnects its tenant's earlier data source after opening and using its"
          + " own, so that a configuration always has an open one.",
      "--churn: one application with tenants. Each request works with a tenant at random, or now"
          + " and then onboards, customises, folds, suspends, resumes, releases or erases one."
          + " Whoever works sees rows of its own tenant only, and may be refused only because the"
          + " tenant is unknown, suspended or released. All are erased before each sample.",
      "",
      "How it is measured: a warm-up of 5,000 requests or a twentieth of the switches (h2: 500),"
          + " on a registry of its own, comes first and does not count. Then live heap (what full collections leave, repeated"
          + " until it is stable) and metaspace are sampled 25 times: before the first request and"
          + " after each of 24 equal parts, while none is under way. heapBytesPerSwitch and"
          + " metaspaceBytesPerSwitch are the slopes of the least-squares line through these"
          + " points, with standard error and 95 %% confidence interval (Low, High; Student's t,"
          + " allowing for samples that resemble the one before). liveHeapStart and liveHeapEnd"
          + " are from before the first data source and after the last. seconds is the time of the"
          + " requests, without the collections.",
      "",
      "Exit code 1: a tenant registry, a lease or a thread is left, there were more tenant"
          + " registries than tenants, a data source was not closed (--forget: not found), a"
          + " request failed, or memory grew: the heap by more than 1 MB in all, or, from 10,000"
          + " switches on, with the low end of its interval by more than what the JVM takes once"
          + " when it compiles: 32 kB of heap and 256 kB of metaspace (h2: 256 kB and 4 MB)."
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
      names = "--minutes",
      paramLabel = "M",
      description = "How long it goes on, instead of a number of requests; 0.5 is half a minute.")
  private Optional<Double> minutes = Optional.empty();

  @ArgGroup private MannerOptions manner = new MannerOptions();

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
      throw wrong("--tenants, --requests, --models, --switches and --threads are numbers from 1.");
    }
    if (minutes.isPresent() && (switches.isPresent() || minutes.get() <= 0)) {
      throw wrong("--minutes is more than 0, and given without --switches.");
    }
    Extent extent = minutes.map(Extent::minutes).orElseGet(() -> new Extent.Switches(total));
    return new SoakPlan(
        storage,
        manner.chosen(),
        tenants,
        models,
        extent,
        threads,
        SoakPlan.warmUp(storage, extent),
        SoakPlan.practice(extent));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private SoakReport run(SoakPlan plan) {
    try (TenantData data = TenantData.on(plan.storage());
        Progress bar = Progress.of("soak", plan.requests(), progress);
        var _ = QuietLog.of(plan.manner())) {
      return new SoakRun(plan, prefix -> load(plan, data, prefix), bar).perform();
    }
  }

  private static Load load(SoakPlan plan, TenantData data, String prefix) {
    var tenants = new Tenantry(prefix, plan.tenants());
    var work = new Work(data::settings, ModelFiles.of(plan.models()));
    return switch (plan.manner()) {
      case DISCONNECT -> Switching.disconnecting(tenants, work);
      case FORGET -> Switching.forgetting(tenants, work);
      case OVERLAP -> Switching.overlapping(tenants, work);
      case CHURN -> new Churning(tenants, data.shared(prefix), work.files());
    };
  }

  private void tell(Map<String, Object> numbers) {
    json.ifPresentOrElse(
        file -> JsonFile.write(file, numbers), () -> out().println(JsonWriter.pretty(numbers)));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
