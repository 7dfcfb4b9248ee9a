package dev.jongleur.cli.serve;

import dev.jongleur.cli.frame.OneLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The command by itself: in a process of its own, or in this one where it ends by itself. */
final class ServeMain {
  private ServeMain() {}

  /** How a command ended, and what it said. */
  record Ending(int code, String out, String err) {}

  public static void main(String[] args) {
    System.exit(line().execute(args));
  }

  static Ending run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Ending(code, out.toString(), err.toString());
  }

  private static CommandLine line() {
    return new CommandLine(new ServeCommand()).setExecutionExceptionHandler(new OneLine());
  }
}
