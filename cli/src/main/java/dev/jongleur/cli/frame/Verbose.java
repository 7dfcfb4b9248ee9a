package dev.jongleur.cli.frame;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option to be told more; every command has it. */
public final class Verbose {
  /** Under which the root command has it. */
  public static final String MIXIN = "verbose";

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Tell more: the stack of an error, the steps of a failed case.")
  private boolean given;

  public Verbose() {}

  /** Whether it was given, to the command of this specification or before it. */
  public static boolean isGiven(CommandSpec command) {
    var mixin = command.root().mixins().get(MIXIN);
    return mixin != null && mixin.userObject() instanceof Verbose verbose && verbose.given;
  }
}
