package dev.jongleur.proof;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Looks for an interleaving of a race's operations with an outcome that no order of them, one after
 * the other, can have; or in which an invariant breaks, or all wait for ever. What is looked at is
 * chosen by a fixed seed: what is found once is found again. Immutable.
 */
public final class Interleavings {
  /** A loop that goes round more often is taken for one that never ends. */
  private static final int LONGEST_LOOP = 200;

  /** What a race does before and after, by the names of its methods. */
  private static final Set<String> APART = Set.of("prepared", "opened", "ended");

  private final Scenarios scenarios;
  private final int each;
  private final List<String> steps;

  private Interleavings(Scenarios scenarios, int each, List<String> steps) {
    this.scenarios = scenarios;
    this.each = each;
    this.steps = steps;
  }

  /** So many interleavings of each scenario, at most; more with more effort. */
  public static Interleavings of(Scenarios scenarios, int each) {
    return new Interleavings(scenarios, each, List.of("dev.jongleur.definition."));
  }

  /**
   * Takes each call of these classes for one step: what never changes, and what has a race of its
   * own.
   *
   * @param classes by the beginnings of their names
   */
  public Interleavings withSteps(String... classes) {
    return new Interleavings(scenarios, each, List.of(classes));
  }

  /** Finds nothing, or fails with the interleaving. */
  public void areAllExplained(Class<?> race) {
    options(race, Effort.factor()).check(race);
  }

  /** Finds the bug that was planted in this race. */
  public void showTheBugOf(Class<?> race) {
    assertThatExceptionOfType(LincheckAssertionError.class)
        .isThrownBy(() -> options(race, 1).check(race));
  }

  private ModelCheckingOptions options(Class<?> race, int effort) {
    // Asked at every call of the code that is looked at.
    Map<String, Boolean> known = new ConcurrentHashMap<>();
    return scenarios
        .of(race, effort)
        .invocationsPerIteration(Math.multiplyExact(each, effort))
        .minimizeFailedScenario(false)
        .loopBound(LONGEST_LOOP)
        .addGuarantee(
            forClasses(type -> known.computeIfAbsent(type, this::isStep))
                .allMethods()
                .treatAsAtomic())
        .addGuarantee(forClasses(Interleavings::isOurs).methods(APART::contains).ignore())
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
