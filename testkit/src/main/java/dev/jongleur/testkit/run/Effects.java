package dev.jongleur.testkit.run;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.observer.HookContext;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An observer that acts: copy, set, unset and error, in this order (FORMAT section 6). */
final class Effects {
  private final Map<String, @Nullable Object> effect;

  Effects(Map<String, @Nullable Object> effect) {
    this.effect = effect;
  }

  void act(HookContext context) {
    Raw.map(effect.get("copy")).forEach((to, from) -> set(context, to, get(context, from)));
    Raw.map(effect.get("set")).forEach((path, value) -> set(context, path, value));
    for (Object path : Raw.list(effect.get("unset"))) {
      set(context, Raw.text(path), Nothing.UNDEFINED);
    }
    if (effect.containsKey("error")) {
      throw new ObserverFailure(effect.get("error"));
    }
  }

  private static @Nullable Object get(HookContext context, @Nullable Object path) {
    List<String> steps = steps(context, Raw.text(path));
    String name = steps.getLast();
    return switch (steps.getFirst()) {
      case "data" -> context.data().map(data -> of(data, name)).orElse(Nothing.UNDEFINED);
      case "instance" -> of(context.instance(), name);
      case "currentInstance" -> of(context.currentInstance(), name);
      case "hookState" -> context.state().get(name);
      default -> throw new MissingFeature("the path " + path + " in a context");
    };
  }

  private static @Nullable Object of(Optional<Entity> entity, String name) {
    return of(entity.map(Entity::toMap).orElse(Map.of()), name);
  }

  private static @Nullable Object of(Map<String, @Nullable Object> values, String name) {
    return values.containsKey(name) ? values.get(name) : Nothing.UNDEFINED;
  }

  private static void set(HookContext context, String path, @Nullable Object value) {
    List<String> steps = steps(context, path);
    String name = steps.getLast();
    switch (steps.getFirst()) {
      case "where" -> context.where(Filter.readWhere(value).where());
      case "query" -> context.query(query(context, steps, value));
      case "data" -> setData(context, steps, value);
      case "instance" -> context.instance(changed(context, name, value));
      case "hookState" -> context.state().put(name, Objects.requireNonNull(value));
      default -> throw new MissingFeature("the path " + path + " in a context");
    }
  }

  private static Filter query(HookContext context, List<String> steps, @Nullable Object value) {
    return steps.size() == 1
        ? Filter.read(value)
        : context.query().orElse(Filter.all()).withWhere(Filter.readWhere(value).where());
  }

  private static void setData(HookContext context, List<String> steps, @Nullable Object value) {
    if (steps.size() == 1) {
      context.data(Raw.map(value));
      return;
    }
    Map<String, @Nullable Object> data = Raw.map(context.data().orElse(Map.of()));
    if (value == Nothing.UNDEFINED) {
      data.remove(steps.getLast());
    } else {
      data.put(steps.getLast(), value);
    }
    context.data(data);
  }

  private static Entity changed(HookContext context, String name, @Nullable Object value) {
    return context.instance().orElseThrow().with(name, value);
  }

  /** {@code target} stands for the instance if there is one, else for the data. */
  private static List<String> steps(HookContext context, String path) {
    String target = context.instance().isPresent() ? "instance" : "data";
    return List.of(path.replaceFirst("^target\\.", target + ".").split("\\."));
  }
}
