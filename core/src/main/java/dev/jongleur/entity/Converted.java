package dev.jongleur.entity;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Strict;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of entities as Java types have them: exactly, or not at all. */
final class Converted {
  private static final ModelDefinition OPEN =
      ModelDefinition.of("value", model -> model.injectId(false).strict(Strict.OPEN));

  private Converted() {}

  /**
   * A value as this type has it.
   *
   * @throws ClassCastException or IllegalArgumentException or ArithmeticException when it has not
   */
  static @Nullable Object of(Type type, @Nullable Object value) {
    return switch (type) {
      case Class<?> plain -> plain(plain, value);
      case ParameterizedType generic -> generic(generic, value);
      case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], value);
      default -> value;
    };
  }

  private static @Nullable Object generic(ParameterizedType type, @Nullable Object value) {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return Optional.ofNullable(of(type.getActualTypeArguments()[0], value));
    }
    return value instanceof Iterable<?> items && Collection.class.isAssignableFrom(raw)
        ? raw.cast(items(type.getActualTypeArguments()[0], items, Set.class.isAssignableFrom(raw)))
        : plain(raw, value);
  }

  private static Collection<@Nullable Object> items(Type type, Iterable<?> items, boolean asSet) {
    var list = new ArrayList<@Nullable Object>();
    items.forEach(item -> list.add(of(type, item)));
    return asSet
        ? Collections.unmodifiableSet(new LinkedHashSet<>(list))
        : Collections.unmodifiableList(list);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Object plain(Class<?> type, @Nullable Object value) {
    if (type == Optional.class) {
      return Optional.ofNullable(value);
    }
    return switch (value) {
      case null -> type.isPrimitive() ? absentPrimitive(type) : null;
      case Number number -> number(type, number);
      case String text when type.isEnum() -> Enum.valueOf((Class<? extends Enum>) type, text);
      case Map<?, ?> map when type.isRecord() -> open(map).as((Class<? extends Record>) type);
      case Entity nested when type.isRecord() -> nested.as((Class<? extends Record>) type);
      case Boolean flag when type == boolean.class -> flag;
      case Binary bytes when type == byte[].class -> bytes.bytes();
      case Map<?, ?> map -> type.cast(map);
      case List<?> list -> type.cast(list);
      case Instant instant when type == String.class -> Values.iso(instant);
      default -> type == String.class ? value.toString() : type.cast(value);
    };
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
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(Values.text(number));
  }
}
