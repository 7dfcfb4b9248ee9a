package dev.jongleur.testkit.run;

import dev.jongleur.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of FORMAT section 5 and judges their outcomes. */
final class Steps {
  private final World world;
  private final Names names;
  private final Tagged tagged;
  private final Recorder recorder;
  private final Calls calls;

  Steps(World world) {
    this(world, new Names(world::set));
  }

  private Steps(World world, Names names) {
    this.world = world;
    this.names = names;
    this.tagged = new Tagged(names);
    this.recorder = new Recorder(tagged);
    this.calls = new Calls(world, names);
  }

  /** Steps on the same world with names of their own, from what is bound now. */
  Steps branch() {
    return new Steps(world, names.copy());
  }

  void define(Map<String, @Nullable Object> model) {
    var _ = world.define(Raw.map(tagged.decode(model)));
  }

  /** Makes a mixin known to the models that are defined from now on. */
  void mixin(Map<String, @Nullable Object> mixin) {
    world.mixin(
        Raw.text(mixin.get("name")), new CaseMixin(Raw.map(tagged.decode(mixin)), recorder));
  }

  void run(Map<String, @Nullable Object> step) {
    Object value;
    try {
      value = perform(step);
    } catch (Mismatch | MissingFeature e) {
      throw e;
    } catch (RuntimeException e) {
      Failures.judge(step, e);
      return;
    }
    if (step.containsKey("throws")) {
      throw new Mismatch("should have failed", step.get("throws"), Shown.of(value));
    }
    if (step.get("as") instanceof String name) {
      names.bind(name, value);
    }
    compare(step, value);
  }

  private @Nullable Object perform(Map<String, @Nullable Object> step) {
    if (step.get("call") instanceof String target) {
      return calls.call(target, arguments(step));
    }
    if (step.get("get") instanceof String path) {
      return calls.get(path.substring(1));
    }
    if (step.get("set") instanceof String path) {
      names.replace(path(path), tagged.decode(step.get("value")));
      return null;
    }
    if (step.get("define") instanceof Map<?, ?> model) {
      define(Raw.map(model));
      return null;
    }
    if (step.get("describe") instanceof String model) {
      return Describe.model(model(model), world::definition, Raw.list(step.get("only")));
    }
    return performRare(step);
  }

  private @Nullable Object performRare(Map<String, @Nullable Object> step) {
    if (step.get("observe") instanceof String model) {
      recorder.observe(model(model), step);
    } else if (step.get("events") instanceof List<?> expected) {
      recorder.check(expected, Comparison.of(step).unordered());
    } else if (step.get("sleep") instanceof Number millis) {
      sleep(millis.longValue());
    } else {
      throw new IllegalStateException("a step that this runner does not know: " + step.keySet());
    }
    return null;
  }

  private static void compare(Map<String, @Nullable Object> step, @Nullable Object value) {
    if (step.containsKey("returns")) {
      Object plucked = step.get("pluck") instanceof String name ? pluck(value, name) : value;
      Comparison.of(step).check(step.get("returns"), plucked);
    }
  }

  private static @Nullable Object pluck(@Nullable Object value, String name) {
    if (value instanceof List<?> list) {
      var plucked = new ArrayList<@Nullable Object>();
      list.forEach(item -> plucked.add(Names.step(item, name)));
      return plucked;
    }
    return Names.step(value, name);
  }

  private Arguments arguments(Map<String, @Nullable Object> step) {
    return new Arguments(tagged.decodeAll(Raw.list(step.get("args"))));
  }

  private Model model(String name) {
    return world.model(name).orElseThrow();
  }

  private static List<String> path(String path) {
    return List.of(path.substring(1).split("\\."));
  }

  /** Some cases wait for time to pass, as they say. */
  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a case slept", Objects.requireNonNull(e));
    }
  }
}
