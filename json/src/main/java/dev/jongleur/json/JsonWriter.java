package dev.jongleur.json;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.query.Regexp;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes entities and plain values as LoopBack's REST answers have them: entities in their shown
 * form, instants as ISO text, binary as Node's Buffer, what is no number as null. Streams: a list
 * is never held as text.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }
      };

  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  public static String text(@Nullable Object value) {
    return text(value, ObjectWriteContext.empty());
  }

  /** Over several lines, for people. */
  public static String pretty(@Nullable Object value) {
    return text(value, PRETTY);
  }

  /** Writes UTF-8 and flushes; leaves the stream open. */
  public static void write(@Nullable Object value, OutputStream target) {
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), target)) {
      new JsonWriter(out).value(value);
    }
  }

  private static String text(@Nullable Object value, ObjectWriteContext context) {
    var text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(context, text)) {
      new JsonWriter(out).value(value);
    }
    return text.toString();
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Nothing nothing -> out.writeNull();
      case Unreadable unreadable -> out.writeNull();
      case Entity entity -> object(entity.toJson());
      case Map<?, ?> map -> object(map);
      case Iterable<?> several -> array(several);
      case Boolean flag -> out.writeBoolean(flag);
      case Number number -> number(number);
      case String text -> out.writeString(text);
      case Regexp regexp -> out.writeString("/" + regexp.pattern() + "/" + regexp.flags());
      default -> other(JsonTree.of(value));
    }
  }

  private void other(Object plain) {
    switch (plain) {
      case Map<?, ?> map -> object(map);
      default -> out.writeString(plain.toString());
    }
  }

  /** As JavaScript prints numbers: 1 and not 1.0. */
  private void number(Number number) {
    switch (number) {
      case BigDecimal exact -> other(JsonTree.of(exact));
      case BigInteger whole -> number(new BigDecimal(whole));
      case Long whole when JsonTree.of(whole) == whole -> out.writeNumber(whole);
      case Long whole -> other(JsonTree.of(whole));
      case Number other when Double.isFinite(other.doubleValue()) ->
          out.writeNumber(Values.text(other));
      case Number other -> out.writeNull();
    }
  }

  private void object(Map<?, ?> map) {
    out.writeStartObject();
    map.forEach((key, item) -> {
      out.writeName(String.valueOf(key));
      value(item);
    });
    out.writeEndObject();
  }

  private void array(Iterable<?> several) {
    out.writeStartArray();
    several.forEach(this::value);
    out.writeEndArray();
  }
}
