package dev.jongleur.governor;

import java.util.function.Consumer;

/** The failures of one sweep: each is told of, and a sweep without any ends the episode. */
final class Failures implements Consumer<RuntimeException> {
  private final Alerts alerts;
  private int count;

  Failures(Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public void accept(RuntimeException failure) {
    count++;
    alerts.cleanUpFailed(failure);
  }

  /** How many there were. */
  int finish() {
    if (count == 0) {
      alerts.cleanUpWentWell();
    }
    return count;
  }
}
