package dev.jongleur.grudging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Given among the settings of a grudging data source, it has the steps of closing in their order.
 */
public final class Diary {
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private volatile Runnable watcher = () -> {};

  public Diary() {}

  /** Looks around at each step, before it is taken. */
  public void atEachStep(Runnable look) {
    this.watcher = look;
  }

  void write(String step) {
    watcher.run();
    steps.add(step);
  }

  public List<String> steps() {
    return steps;
  }

  /** The same whatever is written: a setting does not change. */
  @Override
  public String toString() {
    return "a diary";
  }
}
