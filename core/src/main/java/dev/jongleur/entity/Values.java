package dev.jongleur.entity;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How loose input becomes a value of a property's type (F-014 to F-024). Stateless. */
public final class Values {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Values() {}

  /**
   * The value as this type holds it; null stays null.
   *
   * @throws DataException when the type refuses the value out of hand
   */
  public static @Nullable Object read(
      PropertyType type, @Nullable Object value, ModelLookup models) {
    if (value == null || value == Nothing.NULL) {
      return null;
    }
    return switch (type) {
      case ScalarType scalar -> scalar(scalar, value);
      case DecimalType decimal -> ExactValues.decimal(decimal, value);
      case EnumType constants -> ExactValues.constant(constants, value);
      case CustomType custom -> read(custom.stored(), custom.read(value), models);
      case ListType list -> list(list, value, models);
      case InlineType inline -> embedded(inline.definition(), value, models);
      case ModelType named when value instanceof Entity entity && isA(entity, named) -> entity;
      case ModelType named -> embedded(find(named, models), value, models);
    };
  }

  /** An instant as LoopBack prints it: ISO with milliseconds and Z. */
  public static String iso(Instant instant) {
    return ISO_MILLIS.format(instant);
  }

  /** Plain data frozen deeply: numbers in their kept form, maps and lists unmodifiable. */
  public static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> plainMap(map);
      case List<?> list -> plainList(list);
      case java.math.BigDecimal number -> JsNumber.canonical(number.doubleValue());
      case Number number -> JsNumber.canonical(number);
      case Nothing nothing -> null;
      case java.util.Date date -> date.toInstant();
      case OffsetDateTime at -> at.toInstant();
      case byte[] bytes -> Binary.of(bytes);
      case Enum<?> constant -> constant.name();
      case null, default -> value;
    };
  }

  /** Text of a value as JavaScript would print it. */
  public static String text(Object value) {
    return switch (value) {
      case Number number -> Numbers.text(number);
      case Instant instant -> iso(instant);
      case Map<?, ?> map -> "[object Object]";
      case Entity entity -> "[object Object]";
      case List<?> list ->
          String.join(",", list.stream().map(item -> item == null ? "" : text(item)).toList());
      default -> value.toString();
    };
  }

  private static @Nullable Object scalar(ScalarType type, Object value) {
    return switch (type) {
      case STRING -> text(value);
      case NUMBER -> number(value);
      case INTEGER -> ExactValues.integer(value);
      case LONG -> ExactValues.longer(value);
      case BOOLEAN -> truth(value);
      case DATE -> date(value);
      case DATEONLY -> ExactValues.day(value);
      case UUID -> ExactValues.uuid(value);
      case DATESTRING -> value instanceof DateText text ? text : dateText(value);
      case BINARY -> binary(value);
      case GEOPOINT -> GeoPoint.read(value);
      case OBJECT, TEXT -> plain(value);
      case ANY, JSON -> value instanceof String text ? parsed(text) : plain(value);
    };
  }

  private static @Nullable Object parsed(String text) {
    Object value = JsonText.tryParse(text).orElse(text);
    return plain(value);
  }

  private static Number number(Object value) {
    return switch (value) {
      case java.math.BigDecimal number -> JsNumber.canonical(number.doubleValue());
      case Number number -> JsNumber.canonical(number);
      case String text -> JsNumber.canonical(JsNumber.read(text));
      case Boolean flag -> flag ? 1L : 0L;
      case Instant instant -> instant.toEpochMilli();
      default -> Double.NaN;
    };
  }

  private static Boolean truth(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case String text when text.equals("false") || text.equals("0") || text.isEmpty() -> false;
      case Number number -> number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
      default -> true;
    };
  }

  private static Object date(Object value) {
    return switch (plain(value)) {
      case Instant instant -> Instant.ofEpochMilli(instant.toEpochMilli());
      case Number number when isTime(number) -> Instant.ofEpochMilli(number.longValue());
      case String text -> Dates.read(text).<Object>map(at -> at).orElse(new Unreadable(text));
      case DateText text -> Dates.read(text.when()).<Object>map(at -> at).orElseThrow();
      case Unreadable unreadable -> unreadable;
      case null, default -> new Unreadable(text(value));
    };
  }

  /** JavaScript's range of dates: 100 million days around 1970. */
  private static boolean isTime(Number number) {
    return Math.abs(number.doubleValue()) <= 8.64e15;
  }

  private static DateText dateText(Object value) {
    if (value instanceof String text) {
      return new DateText(text);
    }
    if (value instanceof Map<?, ?> map && map.get("when") instanceof String text) {
      return new DateText(text);
    }
    throw new DataException("A datestring is read from text.");
  }

  private static Binary binary(Object value) {
    return switch (value) {
      case Binary bytes -> bytes;
      case byte[] bytes -> Binary.of(bytes);
      case String text -> Binary.of(text.getBytes(StandardCharsets.UTF_8));
      case List<?> list -> Binary.of(bytes(list));
      case Map<?, ?> map when map.get("data") instanceof List<?> list -> Binary.of(bytes(list));
      default ->
          throw new DataException("Binary data is read from bytes, text or a list of bytes.");
    };
  }

  private static byte[] bytes(List<?> list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      if (!(list.get(i) instanceof Number number)) {
        throw new DataException("Binary data is a list of numbers.");
      }
      bytes[i] = number.byteValue();
    }
    return bytes;
  }

  private static List<@Nullable Object> list(ListType type, Object value, ModelLookup models) {
    List<?> items =
        switch (value) {
          case List<?> list -> list;
          case Iterable<?> several -> copy(several);
          case String text when JsonText.tryParse(text).orElse("") instanceof List<?> list -> list;
          default ->
              throw new DataException("A list is needed where " + kind(value) + " was given.");
        };
    var read = new ArrayList<@Nullable Object>(items.size());
    for (Object item : items) {
      read.add(isAnything(type.item()) ? plain(item) : read(type.item(), item, models));
    }
    return Collections.unmodifiableList(read);
  }

  /** Text within a list is no JSON to be read: it stays text. */
  private static boolean isAnything(PropertyType type) {
    return type == ScalarType.ANY || type == ScalarType.JSON;
  }

  private static List<?> copy(Iterable<?> several) {
    var list = new ArrayList<Object>();
    several.forEach(list::add);
    return list;
  }

  private static Object embedded(ModelDefinition definition, Object value, ModelLookup models) {
    return switch (value) {
      case Entity entity when entity.definition().equals(definition) -> entity;
      case Entity entity -> EntityReader.of(definition, models).read(entity.toMap());
      case Map<?, ?> map -> EntityReader.of(definition, models).read(keyed(map));
      case String text when JsonText.tryParse(text).orElse("") instanceof Map<?, ?> map ->
          EntityReader.of(definition, models).read(keyed(map));
      default ->
          throw new DataException(
              "A \"" + definition.name() + "\" is needed where " + kind(value) + " was given.");
    };
  }

  private static boolean isA(Entity entity, ModelType type) {
    return entity.definition().name().equals(type.model());
  }

  private static ModelDefinition find(ModelType type, ModelLookup models) {
    return models
        .find(type.model())
        .orElseThrow(
            () -> new DefinitionException("The model \"" + type.model() + "\" is not defined."));
  }

  private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
    return Collections.unmodifiableMap(copy);
  }

  private static List<@Nullable Object> plainList(List<?> list) {
    var copy = new ArrayList<@Nullable Object>(list.size());
    list.forEach(item -> copy.add(plain(item)));
    return Collections.unmodifiableList(copy);
  }

  static Map<String, @Nullable Object> keyed(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, item) -> copy.put(String.valueOf(key), item));
    return copy;
  }

  static String kind(Object value) {
    return switch (value) {
      case String text -> "text";
      case Number number -> "a number";
      case Boolean flag -> "a boolean";
      case Map<?, ?> map -> "an object";
      case List<?> list -> "a list";
      default -> "a " + value.getClass().getSimpleName();
    };
  }
}
