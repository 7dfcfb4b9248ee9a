package dev.jongleur.operation.call;

import dev.jongleur.observer.Observers;
import dev.jongleur.observer.Occasion;
import dev.jongleur.observer.Operation;
import dev.jongleur.query.Options;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out an operation inside of the code that was put around it (F-350). */
public final class Surrounded {
  private Surrounded() {}

  /** The work on a call of its own, made anew each time that the code around goes on. */
  public static <T> T call(
      Binding binding, Options options, Operation<T> operation, Function<Call, T> work) {
    return binding.observers().surround()
        ? work(binding, options, operation, () -> work.apply(Call.of(binding, options)))
        : work.apply(Call.of(binding, options));
  }

  /** Work that makes its calls itself, and may go on when it has returned. */
  public static <T> T work(
      Binding binding, Options options, Operation<T> operation, Supplier<T> work) {
    Observers observers = binding.observers();
    if (!observers.surround()) {
      return work.get();
    }
    var occasion = new Occasion(binding.definition().name(), binding.tenant(), options);
    return observers.surrounded(operation, occasion, work).get();
  }
}
