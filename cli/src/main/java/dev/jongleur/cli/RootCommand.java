package dev.jongleur.cli;

import dev.jongleur.cli.capacity.CapacityCommand;
import dev.jongleur.cli.conformance.ConformanceCommand;
import dev.jongleur.cli.doctor.DoctorCommand;
import dev.jongleur.cli.footprint.FootprintCommand;
import dev.jongleur.cli.frame.OneLine;
import dev.jongleur.cli.frame.Verbose;
import dev.jongleur.cli.serve.ServeCommand;
import dev.jongleur.cli.soak.SoakCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What stands behind the word {@code jongleur}; does nothing without a command. */
@Command(
    name = "jongleur",
    description = "A data layer for many tenants.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      SoakCommand.class,
      DoctorCommand.class,
      FootprintCommand.class,
      CapacityCommand.class,
      ConformanceCommand.class,
      HelpCommand.class
    })
final class RootCommand {
  static CommandLine line() {
    return new CommandLine(new RootCommand())
        .addMixin(Verbose.MIXIN, new Verbose())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new OneLine());
  }
}
