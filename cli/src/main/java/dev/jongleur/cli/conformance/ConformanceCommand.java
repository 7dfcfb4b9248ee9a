package dev.jongleur.cli.conformance;

import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.frame.JsonFile;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.frame.Verbose;
import dev.jongleur.connector.Settings;
import dev.jongleur.testkit.Backend;
import dev.jongleur.testkit.Conformance;
import dev.jongleur.testkit.Result;
import dev.jongleur.testkit.Suite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs recorded cases against a connector; succeeds when none failed. */
@Command(
    name = "conformance",
    description = "Run cases recorded from the original, and compare.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A case that requires what the connector lacks is skipped. The last line counts all:"
          + " N passed, N failed, N skipped. Exit code 1: a case failed.",
      "With --verbose a failed case tells its step, what was expected and what came."
    })
public final class ConformanceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      description = {
        "Files of cases, directories of such files, or names of bundled suites (querying,"
            + " decided/like). Default: all bundled suites."
      })
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--connector",
      paramLabel = "memory|h2",
      defaultValue = "memory",
      description = "What to run them against. Default: ${DEFAULT-VALUE}.")
  private Storage storage = Storage.MEMORY;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write totals, suites, and each failed or skipped case there.")
  private Optional<Path> json = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  public ConformanceCommand() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<Suite> asked = new AskedSuites(notice -> err.println("warning: " + notice)).of(arguments);
    if (asked.isEmpty()) {
      throw new CommandFailure("There are no cases in " + String.join(", ", arguments) + ".");
    }
    RunReport report = run(SuiteGroup.of(asked));
    json.ifPresent(file -> JsonFile.write(file, report.toMap()));
    out().println(report.total());
    return report.total().failures().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private RunReport run(List<SuiteGroup> groups) {
    Backend backend = backend();
    int width = groups.stream().mapToInt(group -> group.name().length()).max().orElse(0);
    List<SuiteReport> reports = new ArrayList<>();
    for (SuiteGroup group : groups) {
      var report = new SuiteReport(group.name(), Conformance.run(group.parts(), backend));
      print(report, width);
      reports.add(report);
    }
    return new RunReport(storage.toString(), reports);
  }

  private Backend backend() {
    return switch (storage) {
      case MEMORY -> Backend.memory();
      case H2 -> Backend.of("h2", () -> Settings.of("h2"));
    };
  }

  private void print(SuiteReport report, int width) {
    out().println(report.line(width));
    for (Result failure : report.report().failures()) {
      out().println("  failed: " + failure.id());
      if (Verbose.isGiven(spec)) {
        out().println(("about: " + failure.source().about() + "\n" + failure.outcome()).indent(4));
      }
    }
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
