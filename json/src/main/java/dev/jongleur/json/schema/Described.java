package dev.jongleur.json.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a definition says about itself in words: a text, or LoopBack's list of lines. */
final class Described {
  private Described() {}

  static void by(@Nullable Object said, Map<String, Object> schema) {
    switch (said) {
      case String text when !text.isBlank() -> schema.put("description", text);
      case List<?> lines when !lines.isEmpty() ->
          schema.put(
              "description", lines.stream().map(String::valueOf).collect(Collectors.joining("\n")));
      case null, default -> {}
    }
  }
}
