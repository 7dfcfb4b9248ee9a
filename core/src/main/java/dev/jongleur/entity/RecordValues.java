package dev.jongleur.entity;

import dev.jongleur.error.DataException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a record, as data to make an entity of: the reverse of {@link Entity#as}. */
public final class RecordValues {
  private RecordValues() {}

  /**
   * What a record says: its components by name; one that is null, or an empty optional, says
   * nothing. Records within become maps.
   *
   * @throws DataException when its components cannot be read from here
   */
  public static Map<String, @Nullable Object> of(Record values) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (RecordComponent component : values.getClass().getRecordComponents()) {
      Object value = plain(value(values, component));
      if (value != null) {
        map.put(component.getName(), value);
      }
    }
    return map;
  }

  private static @Nullable Object value(Record values, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(values);
    } catch (InvocationTargetException e) {
      throw new DataException(
          "\"" + component.getName() + "\" of " + name(values) + " failed: " + e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new DataException(
          name(values) + " cannot be read here; is its package open to Jongleur?");
    }
  }

  private static String name(Record values) {
    return values.getClass().getSimpleName();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Optional<?> some -> plain(some.orElse(null));
      // A value of the house is itself, though it is a record too.
      case GeoPoint point -> point;
      case DateText text -> text;
      case Record nested -> of(nested);
      case Collection<?> several -> {
        var items = new ArrayList<@Nullable Object>(several.size());
        several.forEach(item -> items.add(plain(item)));
        yield items;
      }
      case null, default -> value;
    };
  }
}
