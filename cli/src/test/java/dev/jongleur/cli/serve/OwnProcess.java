package dev.jongleur.cli.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The example, served by a process of its own, which a test may kill. */
record OwnProcess(Process process, BufferedReader output, int port) implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("models +http://127\\.0\\.0\\.1:(\\d+)/.*");

  static OwnProcess serve(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServeMain.class.getName(),
                CoffeeShop.DIRECTORY.toString(),
                "--port=0",
                "--data=" + data)
            .redirectErrorStream(true)
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new OwnProcess(process, output, port(output));
  }

  private static int port(BufferedReader output) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      var port = PORT.matcher(line.strip());
      if (port.matches()) {
        return Integer.parseInt(port.group(1));
      }
    }
    throw new AssertionError("it did not start: " + said);
  }

  /** SIGKILL: nothing in it runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM: it may clean up. */
  String end() throws IOException, InterruptedException {
    // Not of the process itself: that would close its output too.
    process.toHandle().destroy();
    String rest = String.join("\n", output.readAllLines());
    process.waitFor();
    return rest;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
