package dev.jongleur.jdbc.table;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.JsonText;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that lie as JSON text. What the property's type knows of them comes back typed. */
public final class JsonColumn {
  private JsonColumn() {}

  public static String print(Object value) {
    return JsonText.print(value);
  }

  /** The same value where JSON can say it: numbers that it has no word for become text. */
  static Object sayable(PropertyType type, Object value) {
    return type instanceof ListType(var item)
            && item == ScalarType.NUMBER
            && value instanceof List<?> list
        ? list.stream().map(JsonColumn::sayable).toList()
        : value;
  }

  private static @Nullable Object sayable(@Nullable Object item) {
    return item instanceof Double number && !Double.isFinite(number) ? number.toString() : item;
  }

  /** The value in a slot: {@link Nothing#NULL} where the text is a JSON null. */
  static Object read(PropertyType type, String text) {
    Object value = typed(type, JsonText.parse(text));
    return value == null ? Nothing.NULL : value;
  }

  /** What an open model keeps beside its properties; a null is a value there. */
  @SuppressWarnings("unchecked")
  public static Map<String, @Nullable Object> readOpen(@Nullable String text) {
    return text != null && Values.plain(JsonText.parse(text)) instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : Map.of();
  }

  private static @Nullable Object typed(PropertyType type, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case ListType(var item) when value instanceof List<?> list -> items(item, list);
      case ScalarType scalar -> typed(scalar, value);
      case DecimalType _, EnumType _ -> read(type, value);
      case CustomType custom -> typed(custom.stored(), value);
      // Typed within by whoever knows the model: until then with all digits.
      case InlineType _, ModelType _ -> value;
      case ListType _ -> Values.plain(value);
    };
  }

  private static @Nullable Object typed(ScalarType type, Object value) {
    return switch (type) {
      case GEOPOINT, DATE, DATESTRING, NUMBER, INTEGER, LONG, DATEONLY, UUID -> read(type, value);
      case BINARY -> value instanceof String text ? bytes(text) : Values.plain(value);
      case STRING, BOOLEAN, OBJECT, ANY, JSON, TEXT -> Values.plain(value);
    };
  }

  private static Object bytes(String text) {
    return Binary.ofBase64(text).<Object>map(bytes -> bytes).orElse(text);
  }

  private static @Nullable Object read(PropertyType type, Object value) {
    try {
      return Values.read(type, value, ModelLookup.NONE);
    } catch (DataException e) {
      return Values.plain(value);
    }
  }

  private static List<@Nullable Object> items(PropertyType type, List<?> list) {
    var items = new ArrayList<@Nullable Object>(list.size());
    list.forEach(item -> items.add(typed(type, item)));
    return Collections.unmodifiableList(items);
  }
}
