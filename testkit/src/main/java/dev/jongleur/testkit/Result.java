package dev.jongleur.testkit;

/** How one case came out on one backend. */
public record Result(String backend, String suite, Case source, Outcome outcome) {
  public String id() {
    return source.id();
  }

  public boolean failed() {
    return outcome instanceof Outcome.Failed;
  }

  @Override
  public String toString() {
    return backend + " " + source.id() + " (" + source.about() + ")\n   " + outcome;
  }
}
