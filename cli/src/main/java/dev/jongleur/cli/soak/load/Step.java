package dev.jongleur.cli.soak.load;

/** What may happen to a tenant next; most of the time it is worked with. */
enum Step {
  WORK("worked", 78),
  ONBOARD("onboarded", 8),
  CUSTOMISE("customised", 3),
  RESET("reset", 1),
  FOLD("folded", 3),
  SUSPEND("suspended", 1),
  RESUME("resumed", 4),
  RELEASE("released", 1),
  ERASE("erased", 1);

  private final String done;
  private final int percent;

  Step(String done, int percent) {
    this.done = done;
    this.percent = percent;
  }

  /** By a number from 0 to 99. */
  static Step of(int drawn) {
    int below = 0;
    for (Step step : values()) {
      below += step.percent;
      if (drawn < below) {
        return step;
      }
    }
    throw new IllegalArgumentException("not a number below 100: " + drawn);
  }

  /** As the numbers call it. */
  String done() {
    return done;
  }
}
