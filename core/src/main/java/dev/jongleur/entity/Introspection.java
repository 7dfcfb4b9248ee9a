package dev.jongleur.entity;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Derives the properties of a model from a sample of its data (F-105, F-106): {@code
 * db.define("User", Introspection.of(sample))}. A sample shows what is there, not what must be: no
 * property is required.
 */
public final class Introspection {
  private Introspection() {}

  /** Adds a property for each value of the sample to the model that is built. */
  public static Consumer<ModelBuilder> of(Map<String, ? extends @Nullable Object> sample) {
    return model -> sample.forEach((name, value) -> model.property(name, type(value)));
  }

  /**
   * The type that a value shows: of null {@code ANY}; of a list that of its first element that is
   * not null; of an object an inline type of its members.
   */
  public static PropertyType type(@Nullable Object value) {
    return switch (value) {
      case String text -> ScalarType.STRING;
      case Number number -> ScalarType.NUMBER;
      case Boolean flag -> ScalarType.BOOLEAN;
      case Instant instant -> ScalarType.DATE;
      case Date date -> ScalarType.DATE;
      case DateText text -> ScalarType.DATESTRING;
      case Binary binary -> ScalarType.BINARY;
      case byte[] bytes -> ScalarType.BINARY;
      case GeoPoint point -> ScalarType.GEOPOINT;
      case Entity entity -> new ModelType(entity.definition().name());
      case Collection<?> list -> item(list).list();
      case Map<?, ?> map when map.isEmpty() -> ScalarType.OBJECT;
      case Map<?, ?> map -> InlineType.of(inner -> members(inner, map));
      case null, default -> ScalarType.ANY;
    };
  }

  private static PropertyType item(Collection<?> list) {
    for (Object item : list) {
      if (item != null && item != Nothing.NULL) {
        return type(item);
      }
    }
    return ScalarType.ANY;
  }

  private static void members(ModelBuilder inner, Map<?, ?> map) {
    map.forEach((name, value) -> inner.property(String.valueOf(name), type(value)));
  }
}
