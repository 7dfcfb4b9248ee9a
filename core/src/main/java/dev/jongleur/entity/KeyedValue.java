package dev.jongleur.entity;

import dev.jongleur.error.DataException;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be kept under a key (F-381): text, truth, {@code Long}, {@code Double}, {@code
 * BigDecimal}, {@code Instant}, {@code LocalDate}, {@code UUID}, {@link Binary}, {@link GeoPoint},
 * {@link DateText}, and lists and maps of these and of null, deeply unmodifiable. Stateless.
 */
public final class KeyedValue {
  private static final int DEEPEST = 100;

  private KeyedValue() {}

  /**
   * A copy that nobody can change: smaller whole numbers as {@code Long}, {@code float} as {@code
   * Double}, bytes as {@link Binary}, a constant as its name, an entity and a record as a map of
   * their values.
   *
   * @throws DataException when it is null, of another kind, or nested too deeply
   */
  public static Object freeze(@Nullable Object value) {
    Object frozen = freeze(value, 0);
    if (frozen == null) {
      throw new DataException("Null is not kept under a key: delete the key.");
    }
    return frozen;
  }

  private static @Nullable Object freeze(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new DataException("A value is nested more than " + DEEPEST + " levels deep.");
    }
    return switch (value) {
      case null -> null;
      case Nothing _ -> null;
      case Optional<?> maybe -> freeze(maybe.orElse(null), depth);
      case Map<?, ?> map -> map(map, depth);
      case List<?> list -> list(list, depth);
      case Entity entity -> map(entity.toMap(), depth);
      case Record record when !(record instanceof GeoPoint || record instanceof DateText) ->
          map(fields(record), depth);
      default -> scalar(value);
    };
  }

  private static Object scalar(Object value) {
    return switch (value) {
      case String _, Boolean _, Long _, Double _, BigDecimal _ -> value;
      case Instant _, LocalDate _, UUID _ -> value;
      case Binary _, GeoPoint _, DateText _ -> value;
      case Integer _, Short _, Byte _ -> ((Number) value).longValue();
      case Float number -> number.doubleValue();
      case byte[] bytes -> Binary.of(bytes);
      case java.util.Date date -> date.toInstant();
      case Enum<?> constant -> constant.name();
      default ->
          throw new DataException(
              "A " + value.getClass().getSimpleName() + " cannot be kept under a key.");
    };
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, item) -> copy.put(String.valueOf(key), freeze(item, depth + 1)));
    return Collections.unmodifiableMap(copy);
  }

  private static List<@Nullable Object> list(List<?> list, int depth) {
    var copy = new ArrayList<@Nullable Object>(list.size());
    list.forEach(item -> copy.add(freeze(item, depth + 1)));
    return Collections.unmodifiableList(copy);
  }

  private static Map<String, @Nullable Object> fields(Record record) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      fields.put(component.getName(), field(record, component));
    }
    return fields;
  }

  private static @Nullable Object field(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new DataException(
          record.getClass().getSimpleName()
              + " cannot be read here; is its package open to Jongleur?");
    }
  }

  /**
   * A value as a type of Java's: itself where it is one, a number as another kind of number where
   * it is exactly that, a map as a record.
   *
   * @throws DataException when it is not
   */
  public static <T> T as(Class<T> type, Object value) {
    try {
      Object converted = Converted.of(type, value);
      return Objects.requireNonNull(wrapped(type).cast(converted));
    } catch (ClassCastException | IllegalArgumentException | ArithmeticException e) {
      throw new DataException(
          "A value under a key is " + kind(value) + ", not a " + type.getSimpleName() + ".");
    }
  }

  /** A primitive type's own class casts nothing. */
  @SuppressWarnings("unchecked")
  private static <T> Class<T> wrapped(Class<T> type) {
    return (Class<T>) MethodType.methodType(type).wrap().returnType();
  }

  private static String kind(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> "a map";
      case List<?> _ -> "a list";
      default -> "a " + value.getClass().getSimpleName();
    };
  }
}
