import org.jspecify.annotations.NullMarked;

/**
 * The conformance runner and what a connector's tests need. The runner works without JUnit and
 * AssertJ, as the command line uses it; tests bring them.
 */
@NullMarked
module dev.jongleur.testkit {
  requires static transitive org.jspecify;
  requires transitive dev.jongleur.core;
  requires dev.jongleur.json;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;

  exports dev.jongleur.testkit;
}
