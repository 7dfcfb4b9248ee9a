package dev.jongleur.definition;

import dev.jongleur.annotation.Precision;
import dev.jongleur.annotation.Type;
import dev.jongleur.error.DefinitionException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The types of properties that Java types stand for. What there is none for is reported, with the
 * path to it, and read as any.
 */
final class ComponentTypes {
  private static final Map<Class<?>, PropertyType> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, ScalarType.STRING),
          Map.entry(CharSequence.class, ScalarType.STRING),
          Map.entry(int.class, ScalarType.INTEGER),
          Map.entry(Integer.class, ScalarType.INTEGER),
          Map.entry(long.class, ScalarType.LONG),
          Map.entry(Long.class, ScalarType.LONG),
          Map.entry(double.class, ScalarType.NUMBER),
          Map.entry(Double.class, ScalarType.NUMBER),
          Map.entry(Number.class, ScalarType.NUMBER),
          Map.entry(BigDecimal.class, DecimalType.DECIMAL),
          Map.entry(boolean.class, ScalarType.BOOLEAN),
          Map.entry(Boolean.class, ScalarType.BOOLEAN),
          Map.entry(Instant.class, ScalarType.DATE),
          Map.entry(LocalDate.class, ScalarType.DATEONLY),
          Map.entry(UUID.class, ScalarType.UUID),
          Map.entry(byte[].class, ScalarType.BINARY),
          Map.entry(Object.class, ScalarType.ANY));

  private final List<String> errors;

  /** The records that are being read: none is made of itself. */
  private final List<Class<?>> outer;

  ComponentTypes(Class<?> source, List<String> errors, List<Class<?>> outer) {
    this.errors = errors;
    this.outer = new ArrayList<>(outer);
    this.outer.add(source);
  }

  PropertyType of(RecordComponent component, String path) {
    Type named = component.getAnnotation(Type.class);
    Precision precision = component.getAnnotation(Precision.class);
    if (named != null) {
      return named(named);
    }
    PropertyType type = of(component.getGenericType(), path);
    return precision == null ? type : withPrecision(type, precision, path);
  }

  private PropertyType withPrecision(PropertyType type, Precision precision, String path) {
    try {
      if (type instanceof DecimalType) {
        return DecimalType.decimal(precision.value(), precision.scale());
      }
      errors.add(path + ".precision: only a decimal has one");
    } catch (DefinitionException e) {
      errors.add(path + ".precision: " + e.getMessage());
    }
    return type;
  }

  private PropertyType of(java.lang.reflect.Type type, String path) {
    return switch (type) {
      case Class<?> plain -> plain(plain, path);
      case ParameterizedType generic -> generic(generic, path);
      case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], path);
      default -> none(type, path);
    };
  }

  private PropertyType generic(ParameterizedType type, String path) {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return of(type.getActualTypeArguments()[0], path);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return of(type.getActualTypeArguments()[0], path).list();
    }
    return plain(raw, path);
  }

  private PropertyType plain(Class<?> type, String path) {
    PropertyType known = PLAIN.get(type);
    Type named = type.getAnnotation(Type.class);
    if (known != null) {
      return known;
    }
    if (named != null) {
      return named(named);
    }
    if (type.isEnum()) {
      return constants(type);
    }
    if (type.isRecord()) {
      return embedded(type.asSubclass(Record.class), path);
    }
    if (Map.class.isAssignableFrom(type)) {
      return ScalarType.OBJECT;
    }
    return Collection.class.isAssignableFrom(type) ? ScalarType.ANY.list() : none(type, path);
  }

  private static PropertyType named(Type named) {
    return PropertyType.named(named.value()).orElseGet(() -> new ModelType(named.value()));
  }

  private static EnumType constants(Class<?> type) {
    var names = new ArrayList<String>();
    for (Object constant : type.getEnumConstants()) {
      names.add(((Enum<?>) constant).name());
    }
    return new EnumType(names);
  }

  private PropertyType embedded(Class<? extends Record> type, String path) {
    if (outer.contains(type)) {
      errors.add(path + ".type: a " + type.getSimpleName() + " cannot be made of itself");
      return ScalarType.ANY;
    }
    return new InlineType(RecordDefinition.within(type, path, errors, outer));
  }

  private PropertyType none(java.lang.reflect.@Nullable Type type, String path) {
    String name = type instanceof Class<?> plain ? plain.getSimpleName() : String.valueOf(type);
    errors.add(path + ".type: there is no type for a " + name);
    return ScalarType.ANY;
  }
}
