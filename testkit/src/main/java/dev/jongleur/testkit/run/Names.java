package dev.jongleur.testkit.run;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.error.ValidationErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code as} bound. Entities are immutable: to change one below a path is to bind its name to
 * a changed copy.
 */
final class Names {
  /** How a value is set on an entity: by its model, where it has one. */
  @FunctionalInterface
  interface Setting {
    Entity set(Entity entity, String name, @Nullable Object value);
  }

  private final Setting setting;
  private final Map<String, @Nullable Object> bound = new LinkedHashMap<>();

  /** What the last validation of a name found: LoopBack keeps it in the entity. */
  private final Map<String, ValidationErrors> errors = new LinkedHashMap<>();

  Names(Setting setting) {
    this.setting = setting;
  }

  Names copy() {
    var copy = new Names(setting);
    copy.bound.putAll(bound);
    copy.errors.putAll(errors);
    return copy;
  }

  void bind(String name, @Nullable Object value) {
    bound.put(name, value);
    errors.remove(name);
  }

  /** Keeps what a validation found, beside the path of the entity. */
  void found(List<String> path, ValidationErrors found) {
    errors.put(String.join(".", path), found);
  }

  /** The codes that the last validation found; null when it found nothing. */
  @Nullable Object errors(String path) {
    ValidationErrors found = errors.get(path);
    return found == null || found.isEmpty() ? null : Map.of("codes", found.codes());
  }

  boolean knows(String name) {
    return bound.containsKey(name);
  }

  /** The value at a path that starts with a bound name, without a dollar sign. */
  @Nullable Object resolve(String path) {
    List<String> steps = List.of(path.split("\\."));
    if (!knows(steps.getFirst())) {
      throw new IllegalStateException("no name is bound to " + steps.getFirst());
    }
    Object value = bound.get(steps.getFirst());
    for (String step : steps.subList(1, steps.size())) {
      value = step(value, step);
    }
    return value;
  }

  /** Binds the name anew so that this value is at the path. */
  void replace(List<String> path, @Nullable Object value) {
    String name = path.getFirst();
    bound.put(name, put(bound.get(name), path.subList(1, path.size()), value));
  }

  static @Nullable Object step(@Nullable Object value, String name) {
    return switch (value) {
      case Entity entity -> property(entity, name);
      case Map<?, ?> map -> map.get(name);
      case List<?> list when name.equals("length") -> (long) list.size();
      case List<?> list -> item(list, name);
      case GeoPoint point when name.equals("lat") -> point.lat();
      case GeoPoint point when name.equals("lng") -> point.lng();
      case null, default -> null;
    };
  }

  /** A value, an included relation, or the id by the name {@code id} (F-076). */
  private static @Nullable Object property(Entity entity, String name) {
    if (entity.has(name)) {
      return entity.get(name);
    }
    return entity.related(name).orElse(name.equals("id") ? entity.id() : null);
  }

  private static @Nullable Object item(List<?> list, String index) {
    int place = index.matches("\\d{1,6}") ? Integer.parseInt(index) : list.size();
    return place < list.size() ? list.get(place) : null;
  }

  private @Nullable Object put(
      @Nullable Object container, List<String> path, @Nullable Object value) {
    if (path.isEmpty()) {
      return value;
    }
    String step = path.getFirst();
    Object inner = put(step(container, step), path.subList(1, path.size()), value);
    return switch (container) {
      case Entity entity -> setting.set(entity, step, inner);
      case List<?> list -> withItem(list, Integer.parseInt(step), inner);
      case Map<?, ?> map -> withMember(map, step, inner);
      case null, default -> throw new IllegalStateException("nothing can be set at " + path);
    };
  }

  private static List<@Nullable Object> withItem(List<?> list, int place, @Nullable Object value) {
    var copy = new ArrayList<@Nullable Object>(list);
    while (copy.size() <= place) {
      copy.add(null);
    }
    copy.set(place, value);
    return copy;
  }

  private static Map<Object, @Nullable Object> withMember(
      Map<?, ?> map, String name, @Nullable Object value) {
    var copy = new LinkedHashMap<Object, @Nullable Object>(map);
    copy.put(name, value);
    return copy;
  }
}
