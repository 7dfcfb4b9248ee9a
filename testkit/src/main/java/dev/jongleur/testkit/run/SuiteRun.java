package dev.jongleur.testkit.run;

import dev.jongleur.testkit.Backend;
import dev.jongleur.testkit.Case;
import dev.jongleur.testkit.Outcome;
import dev.jongleur.testkit.Suite;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the cases of one suite. What a read-only fixture made is kept until the end and used by all
 * its cases; closing closes it.
 */
public final class SuiteRun implements AutoCloseable {
  private final Suite suite;
  private final Backend backend;
  private final Map<String, CaseRun> kept = new HashMap<>();

  public SuiteRun(Suite suite, Backend backend) {
    this.suite = suite;
    this.backend = backend;
  }

  /** Runs one case. Never throws for what a case does. */
  public Outcome outcome(Case source) {
    for (String flag : source.requires()) {
      if (!backend.flags().contains(flag)) {
        return new Outcome.Skipped(flag);
      }
    }
    return isKept(source) ? onKeptFixture(source) : onNewWorld(source);
  }

  private boolean isKept(Case source) {
    return suite.readOnly() && !source.fixture().isEmpty() && !source.definesMore();
  }

  private Outcome onKeptFixture(Case source) {
    CaseRun fixture = kept.computeIfAbsent(source.fixture(), name -> started(fixture(source)));
    Optional<Outcome.Failed> failed = fixture.failure();
    return failed.isPresent() ? failed.get() : fixture.branch(source.steps());
  }

  private CaseRun started(Case fixture) {
    var run = new CaseRun(backend, fixture);
    run.start(Map.of());
    return run;
  }

  private Case fixture(Case source) {
    Case fixture = suite.fixtures().get(source.fixture());
    if (fixture == null) {
      throw new IllegalStateException(source.id() + " names no fixture of " + suite.name());
    }
    return fixture;
  }

  private Outcome onNewWorld(Case source) {
    boolean alone = source.fixture().isEmpty();
    try (var run = new CaseRun(backend, alone ? source : fixture(source))) {
      run.start(source.dataSources());
      if (!alone) {
        run.add(source);
      }
      return run.end();
    }
  }

  @Override
  public void close() {
    kept.values().forEach(CaseRun::close);
  }
}
