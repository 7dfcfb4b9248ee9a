package dev.jongleur.testkit.run;

import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of an observer, as it was recorded. */
record Event(String model, String hook, String label, Map<String, @Nullable Object> parts) {

  boolean fits(Map<String, @Nullable Object> expected, Tagged tagged) {
    Map<String, @Nullable Object> wanted = Raw.map(expected.get("ctx"));
    return model.equals(expected.get("model"))
        && hook.equals(expected.get("hook"))
        && label.equals(Raw.text(expected.get("label")))
        && parts.keySet().equals(wanted.keySet())
        && wanted.entrySet().stream()
            .allMatch(part -> fits(part.getKey(), part.getValue(), tagged));
  }

  private boolean fits(String part, @Nullable Object expected, Tagged tagged) {
    Object actual = parts.get(part);
    return switch (part) {
      case "where" -> QuestionText.sameWhere(tagged.decode(expected), actual);
      case "query" -> QuestionText.sameQuery(tagged.decode(expected), actual);
      default -> Comparison.EXACT.difference("", expected, Shown.of(actual)).isEmpty();
    };
  }

  Object shown() {
    var shown = new LinkedHashMap<String, @Nullable Object>();
    parts.forEach((name, part) ->
        shown.put(
            name,
            switch (part) {
              case Where where -> QuestionText.of(where);
              case Filter filter -> QuestionText.of(filter);
              case null, default -> part;
            }));
    return Map.of("model", model, "hook", hook, "label", label, "ctx", shown);
  }
}
