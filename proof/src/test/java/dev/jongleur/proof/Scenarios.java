package dev.jongleur.proof;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** Which of a race's operations race with which. */
public sealed interface Scenarios {
  /** The options of a run over them. */
  ModelCheckingOptions of(Class<?> race, int effort);

  /**
   * Drawn at random: one operation, then the threads, then one operation.
   *
   * @param threads that race
   * @param operations of each
   * @param number in an ordinary build; more with more effort
   */
  record Random(int threads, int operations, int number) implements Scenarios {
    @Override
    public ModelCheckingOptions of(Class<?> race, int effort) {
      return new ModelCheckingOptions()
          .threads(threads)
          .actorsPerThread(operations)
          .actorsBefore(1)
          .actorsAfter(1)
          .iterations(Math.multiplyExact(number, effort));
    }
  }

  /**
   * Given, each as a line: {@code "create: count | fold, count"} does the first alone, then races
   * the two threads. Operations without parameters only.
   */
  record Given(List<String> lines) implements Scenarios {
    public Given(String... lines) {
      this(List.of(lines));
    }

    @Override
    public ModelCheckingOptions of(Class<?> race, int effort) {
      var options = new ModelCheckingOptions().iterations(0);
      lines.forEach(line -> options.addCustomScenario(scenario(race, line)));
      return options;
    }

    private static ExecutionScenario scenario(Class<?> race, String line) {
      String[] parts = line.split(":");
      List<List<Actor>> threads =
          Arrays.stream(parts[1].split("\\|")).map(thread -> operations(race, thread)).toList();
      return new ExecutionScenario(operations(race, parts[0]), threads, List.of(), null);
    }

    private static List<Actor> operations(Class<?> race, String names) {
      return Stream.of(names.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(name -> operation(race, name))
          .toList();
    }

    private static Actor operation(Class<?> race, String name) {
      try {
        return new Actor(race.getMethod(name), List.of());
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException("There is no operation " + name + ".", e);
      }
    }
  }
}
