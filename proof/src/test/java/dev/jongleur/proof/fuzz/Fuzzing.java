package dev.jongleur.proof.fuzz;

import dev.jongleur.error.JongleurException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Throws inputs at something for a while. It may refuse them with a typed exception and with
 * nothing else; it may not go on for longer than a second of work, nor keep memory. What breaks it
 * is made smaller as long as it still does, and told with its seed.
 *
 * @param <I> an input; its text tells it
 */
public final class Fuzzing<I> {
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_124L);

  private final String name;
  private final Function<Random, I> inputs;
  private final Consumer<I> target;
  private Function<I, Stream<I>> smaller = input -> Stream.empty();

  private long refused;

  private Fuzzing(String name, Function<Random, I> inputs, Consumer<I> target) {
    this.name = name;
    this.inputs = inputs;
    this.target = target;
  }

  /**
   * Inputs that are drawn, each from a seed of its own.
   *
   * @param target may check what it likes with assertions
   */
  public static <I> Fuzzing<I> of(String name, Function<Random, I> inputs, Consumer<I> target) {
    return new Fuzzing<>(name, inputs, target);
  }

  /** Texts, which are made smaller by cutting pieces out. */
  public static Fuzzing<String> ofText(
      String name, Function<Random, String> inputs, Consumer<String> target) {
    return of(name, inputs, target).smallerBy(Cuts::of);
  }

  /** Says which smaller inputs are worth trying. */
  public Fuzzing<I> smallerBy(Function<I, Stream<I>> smaller) {
    this.smaller = smaller;
    return this;
  }

  /**
   * Goes on for as long.
   *
   * @throws AssertionError with what was found
   */
  public void run(Duration time) {
    try (var watch = new WatchedThread(name)) {
      var memory = new KeptMemory(name);
      long begin = System.nanoTime();
      long tried = 0;
      refused = 0;
      while (System.nanoTime() - begin < time.toNanos()) {
        long seed = SEED + tried++;
        I input = inputs.apply(new Random(seed));
        Optional<Throwable> fault = fault(watch, input);
        if (fault.isPresent()) {
          throw found(watch, seed, input, fault.get());
        }
        memory.look((System.nanoTime() - begin) / (double) time.toNanos());
      }
      memory.check();
      System.out.printf(
          "fuzzing %s: %,d inputs in %d s, of which %,d were refused%n",
          name, tried, time.toSeconds(), refused);
    }
  }

  private Optional<Throwable> fault(WatchedThread watch, I input) {
    Optional<Throwable> failure = watch.failureOf(() -> target.accept(input));
    if (failure.isPresent() && failure.get() instanceof JongleurException) {
      refused++;
      return Optional.empty();
    }
    return failure;
  }

  private AssertionError found(WatchedThread watch, long seed, I input, Throwable fault) {
    I smallest = smallest(watch, input, fault);
    return new AssertionError(
        "Fuzzing " + name + " (-Dfuzz.seed=" + seed + ") found: " + fault + "\nby: " + smallest,
        fault);
  }

  /** Greedy: the first smaller one that fails in the same way, and on from there. */
  private I smallest(WatchedThread watch, I input, Throwable fault) {
    I smallest = input;
    UnaryOperator<I> next =
        from ->
            smaller
                .apply(from)
                .limit(2_000)
                .filter(some -> fault(watch, some).filter(e -> alike(e, fault)).isPresent())
                .findFirst()
                .orElse(from);
    for (I tried = next.apply(smallest); tried != smallest; tried = next.apply(smallest)) {
      smallest = tried;
    }
    return smallest;
  }

  private static boolean alike(Throwable a, Throwable b) {
    return a.getClass() == b.getClass();
  }
}
