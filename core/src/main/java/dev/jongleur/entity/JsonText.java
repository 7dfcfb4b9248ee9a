package dev.jongleur.entity;

import dev.jongleur.error.DataException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text to and from plain values: maps, lists, text, numbers with all their digits ({@code
 * Long}, {@code Double}, else {@code BigDecimal}), booleans and null. Thread-safe. Nesting and
 * sizes are bounded by the parser's own limits.
 */
public final class JsonText {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private JsonText() {}

  /**
   * Reads one JSON value.
   *
   * @throws DataException when the text is no JSON, with the place where it stops being it
   */
  public static @Nullable Object parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new DataException("Empty text is not JSON.");
      }
      Object value = value(parser, first);
      if (parser.nextToken() != null) {
        throw new DataException("There is more text behind the JSON value.");
      }
      return value;
    } catch (JacksonException e) {
      throw new DataException("Not JSON: " + e.getOriginalMessage() + where(e));
    }
  }

  /** The value that text stands for as JSON, a JSON null as {@link Nothing#NULL}; else empty. */
  public static Optional<Object> tryParse(String text) {
    try {
      Object value = parse(text);
      return Optional.of(value == null ? Nothing.NULL : value);
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /** Writes a value as JSON; entities as their stored form, instants as ISO text. */
  public static String print(@Nullable Object value) {
    var out = new java.io.StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, value);
    }
    return out.toString();
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.json(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new DataException("Not JSON.");
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      map.put(name, value(parser, parser.nextToken()));
    }
    return map;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    var list = new ArrayList<@Nullable Object>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(parser, token));
    }
    return list;
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Nothing nothing -> out.writeNull();
      case Map<?, ?> map -> writeMap(out, map);
      case Iterable<?> list -> writeList(out, list);
      case Entity entity -> writeMap(out, entity.toMap());
      case Boolean flag -> out.writeBoolean(flag);
      case Long whole -> out.writeNumber(whole);
      case Integer whole -> out.writeNumber(whole);
      case Double number when number.isNaN() || number.isInfinite() -> out.writeNull();
      case Double number -> out.writeNumber(number);
      case java.math.BigDecimal number -> out.writeNumber(number);
      case Number number -> out.writeNumber(number.doubleValue());
      case GeoPoint point -> writePoint(out, point);
      case Binary bytes -> out.writeString(bytes.base64());
      case Instant instant -> out.writeString(Values.iso(instant));
      default -> out.writeString(value.toString());
    }
  }

  private static void writePoint(JsonGenerator out, GeoPoint point) {
    out.writeStartObject();
    out.writeName("lat");
    write(out, JsNumber.canonical(point.lat()));
    out.writeName("lng");
    write(out, JsNumber.canonical(point.lng()));
    out.writeEndObject();
  }

  private static void writeMap(JsonGenerator out, Map<?, ?> map) {
    out.writeStartObject();
    map.forEach((key, item) -> {
      out.writeName(String.valueOf(key));
      write(out, item);
    });
    out.writeEndObject();
  }

  private static void writeList(JsonGenerator out, Iterable<?> list) {
    out.writeStartArray();
    for (Object item : list) {
      write(out, item);
    }
    out.writeEndArray();
  }
}
