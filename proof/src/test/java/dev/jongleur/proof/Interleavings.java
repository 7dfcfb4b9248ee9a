package dev.jongleur.proof;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Looks for an interleaving of a race's operations with an outcome that no order of them, one after
 * the other, can have; or in which an invariant breaks, or all wait for ever. Scenarios and
 * interleavings are chosen by a fixed seed: what is found once is found again.
 *
 * @param threads that race
 * @param operations of each
 * @param scenarios in an ordinary build
 * @param each interleavings of one scenario, at most
 */
public record Interleavings(int threads, int operations, int scenarios, int each) {
  private static final String OURS = "dev.jongleur.";

  /** What never changes has nothing to interleave; an operation is one step inside its space. */
  private static final List<String> STEPS =
      List.of(
          OURS + "definition.",
          OURS + "operation.",
          OURS + "connector.Settings",
          OURS + "registry.CanonicalSettings",
          OURS + "registry.DataSourceId",
          OURS + "registry.SecretDigest");

  /** Asked at every call of the code that is looked at. Bounded by its classes. */
  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  /** Finds nothing, or fails with the interleaving. */
  public void areAllExplained(Class<?> race) {
    options(Effort.of(scenarios), Effort.of(each)).check(race);
  }

  /** Finds the bug that was planted in this race. */
  public void showTheBugOf(Class<?> race) {
    assertThatExceptionOfType(LincheckAssertionError.class)
        .isThrownBy(() -> options(scenarios, each).check(race));
  }

  private ModelCheckingOptions options(int scenarios, int each) {
    return new ModelCheckingOptions()
        .threads(threads)
        .actorsPerThread(operations)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(scenarios)
        .invocationsPerIteration(each)
        .minimizeFailedScenario(false)
        .addGuarantee(forClasses(Interleavings::isStep).allMethods().ignore())
        .addGuarantee(forClasses(Interleavings::isOurs).methods("prepared"::equals).ignore())
        .addGuarantee(
            forClasses(Interleavings::isOurs).methods("collected"::equals).treatAsAtomic());
  }

  private static boolean isOurs(String type) {
    return type.startsWith(OURS);
  }

  private static boolean isStep(String type) {
    return KNOWN.computeIfAbsent(type, name -> STEPS.stream().anyMatch(name::startsWith));
  }
}
