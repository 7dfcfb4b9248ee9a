package dev.jongleur.cli.footprint;

import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.frame.JsonFile;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.json.JsonWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what tenants cost. */
@Command(
    name = "footprint",
    description = "Measure what a tenant costs, in bytes and in time.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "How it is measured: docs/footprint.md. JVM options are given in JAVA_OPTS:"
          + " JAVA_OPTS=-Xmx1g ./jongleur footprint --tenants 1000000"
    })
public final class FootprintCommand implements Callable<Integer> {
  private static final int MOST_TENANTS = 10_000_000;

  @Option(
      names = "--tenants",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many tenants there are. Default: ${DEFAULT-VALUE}.")
  private int tenants;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many models each of them has. Default: ${DEFAULT-VALUE}.")
  private int models;

  @Option(
      names = "--customised",
      paramLabel = "PART",
      defaultValue = "0.1",
      description =
          "The part of the tenants, from 0 to 1, that have a property of their own in one model."
              + " Default: ${DEFAULT-VALUE}.")
  private double customised;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the numbers there; else they are printed below the table.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--progress", description = "Show the progress bar, terminal or not.")
  private boolean progress;

  @Spec private CommandSpec spec = CommandSpec.create();

  public FootprintCommand() {}

  @Override
  public Integer call() {
    FootprintReport report = run(plan());
    new FootprintTable(report).print(out());
    tell(report.toMap());
    return ExitCode.OK;
  }

  private FootprintPlan plan() {
    if (tenants < 1 || tenants > MOST_TENANTS || models < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--tenants and --models are numbers from 1 (10 million tenants at most).");
    }
    if (!(customised >= 0 && customised <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--customised is a part of the tenants: a number from 0 to 1.");
    }
    return FootprintPlan.of(tenants, models, customised);
  }

  private FootprintReport run(FootprintPlan plan) {
    try (Progress bar = Progress.of("footprint", FootprintRun.steps(plan), progress)) {
      return new FootprintRun(plan, tenant -> {}, bar).perform();
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      throw new CommandFailure(
          "%,d tenants do not fit into a heap of %,d MB: give it more by JAVA_OPTS=-Xmx..."
              .formatted(plan.tenants(), megabytes),
          e);
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
