package dev.jongleur.testkit;

import dev.jongleur.testkit.run.SuiteRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs conformance cases against a backend. Each case starts on a new registry with new, empty data
 * sources, which are closed when it ends. Cases run one after the other on the calling thread.
 */
public final class Conformance {
  private Conformance() {}

  public static Report run(List<Suite> suites, Backend backend) {
    return run(suites, backend, result -> {});
  }

  /** Runs suites; the listener hears of each case as it ends. */
  public static Report run(List<Suite> suites, Backend backend, Consumer<Result> listener) {
    var results = new ArrayList<Result>();
    for (Suite suite : suites) {
      try (var run = new SuiteRun(suite, backend)) {
        for (Case source : suite.cases()) {
          var result = new Result(backend.name(), suite.name(), source, run.outcome(source));
          results.add(result);
          listener.accept(result);
        }
      }
    }
    return new Report(results);
  }

  /** Runs the suites in these files. */
  public static Report runFiles(List<Path> files, Backend backend, Consumer<Result> listener) {
    return run(files.stream().map(Suite::read).toList(), backend, listener);
  }
}
