package dev.jongleur.cli.doctor;

import dev.jongleur.cli.frame.OneLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** How the command ended, and what it said. */
record Visit(int code, String out, String err) {
  static Visit doctor(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int code =
        new CommandLine(new DoctorCommand())
            .setExecutionExceptionHandler(new OneLine())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(texts);
    return new Visit(code, out.toString(), err.toString());
  }
}
