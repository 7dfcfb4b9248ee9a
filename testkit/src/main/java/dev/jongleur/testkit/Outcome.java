package dev.jongleur.testkit;

import java.util.Optional;

/** How a case came out. */
public sealed interface Outcome {
  Outcome PASSED = new Passed();

  record Passed() implements Outcome {}

  /** Not run: the backend lacks a flag that the case requires. */
  record Skipped(String flag) implements Outcome {}

  /**
   * The case failed; nothing after this step was run.
   *
   * @param step what was being done: {@code models}, or {@code step 3}, after the fixture's name
   * @param source the step as the case has it
   * @param reason what differed, with what was expected and what came
   * @param cause the exception that came, where one did
   */
  record Failed(String step, String source, String reason, Optional<Throwable> cause)
      implements Outcome {
    @Override
    public String toString() {
      String thrown = cause.map(exception -> "\n      exception: " + exception).orElse("");
      return step + ": " + source + "\n      " + reason.replace("\n", "\n      ") + thrown;
    }
  }
}
