package dev.jongleur.entity;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Strict;
import dev.jongleur.error.DataException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills a record's components from an entity's values of the same names. */
final class RecordView<R extends Record> {
  private static final ModelDefinition OPEN =
      ModelDefinition.of("value", model -> model.injectId(false).strict(Strict.OPEN));

  private final Class<R> view;
  private final RecordComponent[] components;

  private RecordView(Class<R> view) {
    this.view = view;
    this.components = view.getRecordComponents();
  }

  static <R extends Record> RecordView<R> of(Class<R> view) {
    return new RecordView<>(view);
  }

  R fill(Entity entity) {
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = argument(components[i], entity);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = view.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new DataException(view.getSimpleName() + " refused " + entity + ": " + e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new DataException(
          view.getSimpleName() + " cannot be made here; is its package open to Jongleur?");
    }
  }

  private static @Nullable Object argument(RecordComponent component, Entity entity) {
    Object value =
        entity.has(component.getName())
            ? entity.get(component.getName())
            : entity.related(component.getName()).orElse(null);
    try {
      return convert(component.getType(), value);
    } catch (ClassCastException | IllegalArgumentException | ArithmeticException e) {
      throw new DataException(
          "\""
              + component.getName()
              + "\" of "
              + entity
              + " is not a "
              + component.getType().getSimpleName()
              + ".");
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static @Nullable Object convert(Class<?> type, @Nullable Object value) {
    if (type == Optional.class) {
      return Optional.ofNullable(value);
    }
    if (value == null) {
      return type.isPrimitive() ? absentPrimitive(type) : null;
    }
    if (value instanceof Number number) {
      return number(type, number);
    }
    if (type.isEnum() && value instanceof String text) {
      return Enum.valueOf((Class<? extends Enum>) type, text);
    }
    if (type.isRecord() && value instanceof Map<?, ?> map) {
      return of((Class<? extends Record>) type).fill(open(map));
    }
    if (type.isRecord() && value instanceof Entity nested) {
      return nested.as((Class<? extends Record>) type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return (Boolean) value;
    }
    if (type == String.class && !(value instanceof Map || value instanceof List)) {
      return value instanceof Instant instant ? Values.iso(instant) : value.toString();
    }
    return type.cast(value);
  }

  /** A map as an entity of a model that defines nothing. */
  private static Entity open(Map<?, ?> map) {
    return Entity.of(OPEN, new @Nullable Object[0], Values.keyed(map), true);
  }

  private static Object absentPrimitive(Class<?> type) {
    throw new IllegalArgumentException("no value for a " + type.getName().toLowerCase(Locale.ROOT));
  }

  private static Object number(Class<?> type, Number number) {
    if (type == int.class || type == Integer.class) {
      return exact(number).intValueExact();
    }
    if (type == long.class || type == Long.class) {
      return exact(number).longValueExact();
    }
    if (type == double.class || type == Double.class) {
      return number.doubleValue();
    }
    if (type == BigDecimal.class) {
      return exact(number);
    }
    return type == String.class ? Values.text(number) : type.cast(number);
  }

  private static BigDecimal exact(Number number) {
    return new BigDecimal(Values.text(number));
  }
}
