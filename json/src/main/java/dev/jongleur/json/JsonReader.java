package dev.jongleur.json;

import dev.jongleur.entity.Numbers;
import dev.jongleur.error.DataException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON from somebody else into maps, lists, text, numbers, booleans and null, within limits
 * of size and nesting. A key given twice is refused: two readers would take different ones.
 * Messages tell line and column and repeat no more than 60 characters. Immutable and thread-safe.
 */
public final class JsonReader {
  private static final long MEBI = 1024 * 1024;

  /** For request bodies: at most 1 MiB, nested at most 100 deep. */
  public static final JsonReader BODY = of("The body", MEBI, 100);

  private final String subject;
  private final long maxBytes;
  private final JsonFactory factory;

  private JsonReader(String subject, long maxBytes, int maxDepth) {
    this.subject = subject;
    this.maxBytes = maxBytes;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(maxDepth).build())
            .errorReportConfiguration(
                ErrorReportConfiguration.builder()
                    .maxErrorTokenLength(40)
                    .maxRawContentLength(0)
                    .build())
            .build();
  }

  /**
   * A reader with these limits.
   *
   * @param subject what is read, to begin the messages with
   */
  public static JsonReader of(String subject, long maxBytes, int maxDepth) {
    return new JsonReader(subject, maxBytes, maxDepth);
  }

  /**
   * Reads one value and the end behind it.
   *
   * @throws DataException when it is no JSON or goes beyond a limit
   */
  public @Nullable Object read(String text) {
    if (text.length() > maxBytes) {
      throw BoundedStream.tooLarge(subject, maxBytes);
    }
    return read(() -> factory.createParser(ObjectReadContext.empty(), text));
  }

  /** Reads one value from UTF-8 and the end behind it; reads no further than the limit. */
  public @Nullable Object read(InputStream stream) {
    InputStream bounded = new BoundedStream(stream, subject, maxBytes);
    return read(() -> factory.createParser(ObjectReadContext.empty(), bounded));
  }

  private @Nullable Object read(java.util.function.Supplier<JsonParser> source) {
    try (JsonParser parser = source.get()) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new DataException(subject + " is empty where JSON is needed.");
      }
      Object value = value(parser, first);
      if (parser.nextToken() != null) {
        throw noJson(parser.currentTokenLocation(), "there is more behind the value");
      }
      return value;
    } catch (JacksonException e) {
      throw e.getCause() instanceof DataException limit
          ? limit
          : noJson(e.getLocation(), firstSentence(e.getOriginalMessage()));
    }
  }

  private @Nullable Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw noJson(parser.currentTokenLocation(), "a value is missing");
    };
  }

  private Map<String, @Nullable Object> object(JsonParser parser) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (map.containsKey(name)) {
        throw noJson(
            parser.currentTokenLocation(), "the key " + Shown.of(name) + " is given twice");
      }
      map.put(name, value(parser, parser.nextToken()));
    }
    return map;
  }

  private List<@Nullable Object> array(JsonParser parser) {
    var list = new ArrayList<@Nullable Object>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(parser, token));
    }
    return list;
  }

  /** With all its digits, so that a property of an exact type gets them. */
  private Number number(JsonParser parser) {
    Number number = Numbers.json(parser.getString());
    if (number instanceof Double real && real.isInfinite()) {
      throw noJson(parser.currentTokenLocation(), "the number is too large");
    }
    return number;
  }

  private DataException noJson(@Nullable TokenStreamLocation at, String why) {
    String where =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return new DataException(subject + " is not JSON" + where + ": " + why + ".");
  }

  private static String firstSentence(@Nullable String message) {
    String text = String.valueOf(message).lines().findFirst().orElse("it cannot be read");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
