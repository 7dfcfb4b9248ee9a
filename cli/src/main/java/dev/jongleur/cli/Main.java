package dev.jongleur.cli;

/** Where the command starts. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    BundledLogging.apply();
    System.exit(RootCommand.line().execute(args));
  }
}
