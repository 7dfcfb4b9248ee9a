package dev.jongleur.bench;

import dev.jongleur.observer.Hook;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same, with two observers. */
@State(Scope.Benchmark)
public class Observed extends Growing {
  @Setup(Level.Trial)
  public void observe() {
    var _ = people.observe(Hook.BEFORE_SAVE, _ -> {});
    var _ = people.observe(Hook.AFTER_SAVE, _ -> {});
  }
}
