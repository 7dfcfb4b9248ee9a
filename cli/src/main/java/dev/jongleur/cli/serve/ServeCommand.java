package dev.jongleur.cli.serve;

import dev.jongleur.cli.frame.Verbose;
import dev.jongleur.cli.serve.ServeRequest.Address;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.json.project.LoopBackProject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a LoopBack 3 project over REST until the process is told to end. */
@Command(
    name = "serve",
    description = "Serve a LoopBack 3 project over REST, for many tenants.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ServeCommand implements Callable<Integer> {
  private static final String EXAMPLE = "examples/coffee-shop";

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT_DIR",
      description = "The folder with common/ and server/; without one: " + EXAMPLE + ".")
  private Optional<Path> project = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3000",
      description = "Default: ${DEFAULT-VALUE}; 0: any free one.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen at. Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where embedded databases lie; by default a folder in .jongleur-data.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--embedded",
      description = "Put every model on embedded H2, wherever the project has it.")
  private boolean embedded;

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      split = ",",
      description = "A tenant to serve; may be repeated. Default: those in server/tenants.json.")
  private List<String> tenants = new ArrayList<>();

  @Option(
      names = "--tenant-header",
      paramLabel = "NAME",
      defaultValue = "X-Tenant-ID",
      description = "The header that names the tenant. Default: ${DEFAULT-VALUE}.")
  private String tenantHeader = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  public ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    try {
      LoopBackProject read = LoopBackProject.read(directory());
      return serve(read, request(read));
    } catch (WrongRequest e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (DefinitionException e) {
      return tell(e);
    }
  }

  /** Serves until the process is told to end. */
  private int serve(LoopBackProject read, ServeRequest request) throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    read.notices().forEach(notice -> err.println("warning: " + notice));
    if (!isThisMachineOnly(host)) {
      err.println("warning: " + host + " is open to others, and nobody is asked who they are");
    }
    err.flush();
    ServedProject served = ServedProject.start(read, request);
    GracefulStop.closesAtEnd(served, err);
    new Welcome(served).print(spec.commandLine().getOut());
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  /** A line for each thing that is wrong. */
  private int tell(DefinitionException failure) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("jongleur: " + failure.getMessage());
    if (Verbose.isGiven(spec)) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.SOFTWARE;
  }

  private ServeRequest request(LoopBackProject read) {
    if (port < 0 || port > 65535) {
      throw new WrongRequest("--port is a number from 0 (any free one) to 65535.");
    }
    Path place = data.orElseGet(() -> Path.of(".jongleur-data", read.name()));
    return new ServeRequest(
        read.directory(), place, new Address(host, port, tenantHeader), tenants, embedded);
  }

  private static boolean isThisMachineOnly(String host) {
    return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
  }

  private Path directory() {
    return project.orElseGet(ServeCommand::example);
  }

  /** In the folder of the script that started this, or wherever this runs. */
  private static Path example() {
    Path home = Path.of(System.getProperty("jongleur.home", ""));
    Path example = home.resolve(EXAMPLE);
    if (!Files.isDirectory(example)) {
      throw new WrongRequest("Name the directory of the project: " + EXAMPLE + " is not here.");
    }
    return example;
  }
}
