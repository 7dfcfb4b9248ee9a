package dev.jongleur.operation.step;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Shape;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Values about to be set on rows: named, strict and typed as the model says. */
public final class Changes {
  private Changes() {}

  /**
   * What is given, less what a strict model does not know and what is a relation.
   *
   * @param validated whether the whole entity is validated later on, which finds what is unknown;
   *     asked when there is something
   */
  public static Map<String, @Nullable Object> of(
      Call call, Map<String, ? extends @Nullable Object> data, BooleanSupplier validated) {
    ModelDefinition model = call.model();
    Map<String, @Nullable Object> changes = LinkedHashMap.newLinkedHashMap(data.size());
    for (var entry : call.given(call.storable(data)).entrySet()) {
      String name = entry.getKey();
      Object value = entry.getValue();
      if (value != Nothing.UNDEFINED && !model.relations().containsKey(name)) {
        refuseOperators(call, name, value);
        if (model.shape().slot(name) >= 0 || keepsUnknown(call, name, validated)) {
          changes.put(name, value);
        }
      }
    }
    return changes;
  }

  private static boolean keepsUnknown(Call call, String name, BooleanSupplier validated) {
    boolean isRefused = call.model().settings().strict() == Strict.REFUSE && validates(call);
    if (isRefused && !validated.getAsBoolean()) {
      throw unknown(call.model(), name);
    }
    return isRefused || call.model().isOpen();
  }

  /** What the model knows of the values, or may keep: on a strict model nothing undefined. */
  public static Map<String, @Nullable Object> known(
      Call call, Map<String, ? extends @Nullable Object> values) {
    var known = new LinkedHashMap<String, @Nullable Object>(values);
    if (!call.model().isOpen()) {
      known.keySet().removeIf(name -> call.model().shape().slot(name) < 0);
    }
    return known;
  }

  /**
   * Sets values on the rows that match; where nothing is left to set, the rows are only counted.
   *
   * @return how many rows matched
   */
  public static long set(Call call, Where where, Map<String, ? extends @Nullable Object> changes) {
    return store(call, where, typed(call, changes));
  }

  /**
   * Sets the values that an entity has of these, unless an observer had a chance to change them.
   *
   * @return how many rows matched
   */
  public static long set(
      Call call, Where where, Map<String, @Nullable Object> changes, Entity changed) {
    return call.observes(Hook.PERSIST)
        ? set(call, where, changes)
        : store(call, where, slots(changed, changes));
  }

  private static long store(Call call, Where where, Map<String, @Nullable Object> typed) {
    return typed.isEmpty()
        ? call.store().count(call.model(), where)
        : call.store().update(call.model(), where, call.keeping().counted(typed));
  }

  /** The values as they lie in the entity that has them. */
  private static Map<String, @Nullable Object> slots(
      Entity changed, Map<String, @Nullable Object> changes) {
    Map<String, @Nullable Object> typed = LinkedHashMap.newLinkedHashMap(changes.size());
    for (String name : changes.keySet()) {
      int slot = changed.definition().shape().slot(name);
      if (slot < 0) {
        typed.put(name, open(changed.get(name)));
      } else if (!changed.definition().shape().property(slot).isId()) {
        typed.put(name, changed.slot(slot) == null ? Nothing.NULL : changed.slot(slot));
      }
    }
    return typed;
  }

  /** The changes as a store sets them: typed, null as its mark, and never a part of the key. */
  private static Map<String, @Nullable Object> typed(
      Call call, Map<String, ? extends @Nullable Object> changes) {
    var typed = new LinkedHashMap<String, @Nullable Object>();
    changes.forEach((name, value) -> {
      Optional<Property> property = call.model().property(name);
      if (property.isEmpty()) {
        typed.put(name, open(value));
      } else if (!property.get().isId()) {
        typed.put(name, readable(call, property.get(), value));
      }
    });
    return typed;
  }

  /** F-225: there is no entity whose validation would tell of a date that cannot be read. */
  private static Object readable(Call call, Property property, @Nullable Object value) {
    Object read = slotValue(call, property, value);
    if (read instanceof Unreadable) {
      throw new DataException(
          "\"%s\" of \"%s\" needs a date that can be read."
              .formatted(property.name(), call.model().name()));
    }
    return read;
  }

  /** What data says of the key; a key that is there is never taken away. */
  public static Map<String, @Nullable Object> id(
      Call call, Map<String, ? extends @Nullable Object> data, @Nullable Object id) {
    var told = new LinkedHashMap<String, @Nullable Object>();
    for (Property key : call.identity().keys()) {
      if (data.containsKey(key.name())) {
        Object raw = data.get(key.name());
        if (raw == null && id != null) {
          throw changed(call, call.identity().part(id, key));
        }
        told.put(key.name(), raw);
      }
    }
    return told;
  }

  /** Whether data has anything beside the key. */
  public static boolean setsAny(Call call, Map<String, ? extends @Nullable Object> data) {
    return data.keySet().stream()
        .anyMatch(name -> call.model().property(name).filter(Property::isId).isEmpty());
  }

  /** The data without its key, which must not differ from the row's (F-199). */
  public static Map<String, @Nullable Object> withoutId(
      Call call, Map<String, @Nullable Object> data, @Nullable Object id) {
    Shape shape = call.model().shape();
    for (int part = 0; id != null && part < shape.keySize(); part++) {
      Property key = shape.property(shape.keySlot(part));
      if (data.containsKey(key.name())) {
        checkSame(call, key, data.remove(key.name()), call.identity().part(id, key));
      }
    }
    return data;
  }

  private static void checkSame(
      Call call, Property property, @Nullable Object raw, @Nullable Object part) {
    if (raw != null && !Objects.equals(slotValue(call, property, raw), part)) {
      throw changed(call, part);
    }
  }

  private static DataException changed(Call call, @Nullable Object part) {
    return new DataException(
        "The id of a \"" + call.model().name() + "\" cannot be changed (from " + part + ").");
  }

  /** The changed values as the entity that has them reads them, where anybody is to see them. */
  public static Change read(Call call, Change change, Entity changed) {
    boolean isSeen =
        call.observes(Hook.PERSIST) || call.observes(Hook.LOADED) || call.observes(Hook.AFTER_SAVE);
    if (!isSeen) {
      return change;
    }
    var read = new LinkedHashMap<String, @Nullable Object>();
    for (String name : change.data().keySet()) {
      read.put(name, changed.get(name));
    }
    return change.withData(read);
  }

  private static Object slotValue(Call call, Property property, @Nullable Object value) {
    return Objects.requireNonNullElse(call.reader().slotValue(property, value), Nothing.NULL);
  }

  private static Object open(@Nullable Object value) {
    return Objects.requireNonNullElse(Values.plain(value), Nothing.NULL);
  }

  /** F-224: {@code $inc} and its like are for a backend that is allowed to see them. */
  public static void refuseOperators(Call call, Map<String, ? extends @Nullable Object> data) {
    data.forEach((name, value) -> refuseOperators(call, name, value));
  }

  private static void refuseOperators(Call call, String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map
        && !map.isEmpty()
        && map.keySet().stream().allMatch(key -> String.valueOf(key).startsWith("$"))
        && !call.flags().is("allowExtendedOperators", false)) {
      List<String> names = map.keySet().stream().map(String::valueOf).toList();
      throw QueryException.operatorsNotAllowed(names, Map.of(name, map));
    }
  }

  private static boolean validates(Call call) {
    return call.options().flag("validate").orElse(true);
  }

  private static ValidationException unknown(ModelDefinition model, String name) {
    return new ValidationException(
        model.name(),
        Map.of(name, List.of("unknown-property")),
        Map.of(name, List.of("is not defined in the model")));
  }
}
