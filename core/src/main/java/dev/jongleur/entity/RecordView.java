package dev.jongleur.entity;

import dev.jongleur.error.DataException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fills a record's components from an entity's values of the same names. */
final class RecordView<R extends Record> {
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
      return Converted.of(component.getGenericType(), value);
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
}
