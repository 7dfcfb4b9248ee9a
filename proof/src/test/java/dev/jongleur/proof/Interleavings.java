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
 * @param steps classes, by the beginnings of their names, whose calls are one step each: what never
 *     changes, and what has a race of its own
 */
public record Interleavings(
    int threads, int operations, int scenarios, int each, List<String> steps) {
  public Interleavings(int threads, int operations, int scenarios, int each) {
    this(threads, operations, scenarios, each, List.of("dev.jongleur.definition."));
  }

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
    // Asked at every call of the code that is looked at.
    Map<String, Boolean> known = new ConcurrentHashMap<>();
    return new ModelCheckingOptions()
        .threads(threads)
        .actorsPerThread(operations)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(scenarios)
        .invocationsPerIteration(each)
        .minimizeFailedScenario(false)
        .addGuarantee(
            forClasses(type -> known.computeIfAbsent(type, this::isStep))
                .allMethods()
                .treatAsAtomic())
        .addGuarantee(forClasses(Interleavings::isOurs).methods("prepared"::equals).ignore())
        .addGuarantee(
            forClasses(Interleavings::isOurs).methods("collected"::equals).treatAsAtomic());
  }

  private static boolean isOurs(String type) {
    return type.startsWith("dev.jongleur.");
  }

  private boolean isStep(String type) {
    return steps.stream().anyMatch(type::startsWith);
  }
}
