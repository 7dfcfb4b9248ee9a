package dev.jongleur.cli.frame;

import dev.jongleur.error.JongleurException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one line, with its stack only to those who ask. */
public final class OneLine implements IExecutionExceptionHandler {
  public OneLine() {}

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("jongleur: " + sentence(failure));
    if (Verbose.isGiven(command.getCommandSpec())) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.SOFTWARE;
  }

  private static String sentence(Exception failure) {
    return switch (failure) {
      case JongleurException known -> flat(known);
      case CommandFailure told -> flat(told);
      default ->
          "an error that should not be: "
              + failure.getClass().getSimpleName()
              + ": "
              + flat(failure)
              + " (--verbose shows where)";
    };
  }

  private static String flat(Exception failure) {
    return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
