package dev.jongleur.server;

import dev.jongleur.error.QueryException;
import dev.jongleur.json.BracketQuery;
import dev.jongleur.json.JsonReader;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filter or where of a query string, as JSON ({@code filter={"limit":3}}) or with brackets
 * ({@code filter[limit]=3}), within limits.
 *
 * @param rawQuery the query string as it came, without its question mark
 */
record FilterParameter(String rawQuery, int maxChars, int maxDepth) {

  Filter filter() {
    return Filter.read(raw("filter"));
  }

  Filter where() {
    return Filter.readWhere(raw("where"));
  }

  /**
   * The question for figures.
   *
   * @throws QueryException when it cannot be read
   */
  Aggregate aggregate() {
    return switch (raw("aggregate")) {
      case null -> Aggregate.all();
      case Map<?, ?> map -> {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        yield Aggregate.read(named);
      }
      default -> throw new QueryException("An aggregate is an object.");
    };
  }

  /** A parameter that is a word. */
  Optional<String> text(String name) {
    return Optional.ofNullable(BracketQuery.parse(rawQuery).get(name)).map(String::valueOf);
  }

  private @Nullable Object raw(String name) {
    Object value = BracketQuery.parse(rawQuery).get(name);
    if (value instanceof String text) {
      return text.isBlank() ? null : json(name, text);
    }
    // Brackets are text of the query string; each may be escaped to three characters.
    refuseLong(name, rawQuery.length() / 3);
    return value;
  }

  private @Nullable Object json(String name, String text) {
    refuseDeep(text);
    refuseLong(name, text.length());
    return JsonReader.of("The " + name, maxChars, maxDepth).read(text);
  }

  private void refuseLong(String name, int chars) {
    if (chars > maxChars) {
      throw new QueryException("A " + name + " is at most " + maxChars + " characters long.");
    }
  }

  /** Counted before anything is built, so that no depth can exhaust the stack. */
  private void refuseDeep(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth > maxDepth) {
        throw QueryException.tooDeep(maxDepth);
      }
    }
  }
}
