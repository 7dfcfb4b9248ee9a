package dev.jongleur.testkit.run;

/** The product offers no way to do what a step asks for. Never taken for an expected error. */
final class MissingFeature extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingFeature(String what) {
    super("the product offers no " + what);
  }
}
