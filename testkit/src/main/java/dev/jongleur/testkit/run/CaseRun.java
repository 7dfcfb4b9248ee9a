package dev.jongleur.testkit.run;

import dev.jongleur.json.JsonWriter;
import dev.jongleur.testkit.Backend;
import dev.jongleur.testkit.Case;
import dev.jongleur.testkit.Outcome;
import dev.jongleur.testkit.Outcome.Failed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case under way: models, then steps, up to the first failure. */
final class CaseRun implements AutoCloseable {
  private final Backend backend;
  private final Case first;
  private @Nullable World world;
  private @Nullable Steps steps;
  private @Nullable Failed failure;

  CaseRun(Backend backend, Case first) {
    this.backend = backend;
    this.first = first;
  }

  /** Opens a world and carries out what comes first: the fixture, or the whole case. */
  void start(Map<String, Map<String, Object>> dataSources) {
    failure =
        guarded(
            "data sources",
            dataSources,
            () -> {
              world = World.open(backend, dataSources);
              steps = new Steps(world);
            });
    add(first);
  }

  /** Goes on with another part, unless something failed. */
  void add(Case part) {
    if (failure == null && steps != null) {
      part.mixins().forEach(steps::mixin);
      failure = models(steps, part.models());
    }
    if (failure == null && steps != null && run(steps, part.steps()) instanceof Failed failed) {
      failure = failed;
    }
  }

  Optional<Failed> failure() {
    return Optional.ofNullable(failure);
  }

  /** Closes the world and sees whether everything was given back; then, how the case came out. */
  Outcome end() {
    close();
    if (failure == null && world != null && world.leases() != 0) {
      failure = failed("close", Map.of(), world.leases() + " leases left open", Optional.empty());
    }
    return failure == null ? Outcome.PASSED : failure;
  }

  /** Carries out further steps on the same world, with names of their own. */
  Outcome branch(List<Map<String, @Nullable Object>> further) {
    return run(Objects.requireNonNull(steps).branch(), further);
  }

  @Override
  public void close() {
    if (world != null) {
      world.close();
    }
  }

  private static @Nullable Failed models(Steps steps, List<Map<String, @Nullable Object>> models) {
    for (Map<String, @Nullable Object> model : models) {
      Failed failed = guarded("models", model, () -> steps.define(model));
      if (failed != null) {
        return failed;
      }
    }
    return null;
  }

  private static Outcome run(Steps steps, List<Map<String, @Nullable Object>> list) {
    for (int i = 0; i < list.size(); i++) {
      Map<String, @Nullable Object> step = list.get(i);
      Failed failed = guarded("step " + (i + 1), step, () -> steps.run(step));
      if (failed != null) {
        return failed;
      }
    }
    return Outcome.PASSED;
  }

  /** What a case does may fail in any way, and the other cases go on. */
  private static @Nullable Failed guarded(String place, Object source, Runnable work) {
    try {
      work.run();
      return null;
    } catch (Mismatch | MissingFeature e) {
      return failed(
          place, source, String.valueOf(e.getMessage()), Optional.ofNullable(e.getCause()));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return failed(place, source, "failed where it should not: " + e, Optional.of(e));
    }
  }

  private static Failed failed(
      String place, Object source, String reason, Optional<Throwable> cause) {
    String text = JsonWriter.text(source);
    return new Failed(
        place, text.length() > 600 ? text.substring(0, 600) + "..." : text, reason, cause);
  }
}
