package dev.jongleur.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command line came to. */
record Ran(int exit, String out, String err) {
  static Ran jongleur(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        RootCommand.line()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ran(exit, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
