package dev.jongleur.proof.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as a query string with brackets. */
final class Brackets {
  private final List<String> pairs = new ArrayList<>();

  private Brackets() {}

  static String of(@Nullable Object filter) {
    var brackets = new Brackets();
    brackets.add("filter", filter);
    return String.join("&", brackets.pairs);
  }

  private void add(String key, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((step, below) -> add(key + "[" + escaped(step) + "]", below));
      case List<?> list -> list.forEach(item -> add(key + "[]", item));
      case null -> pairs.add(key);
      default -> pairs.add(key + "=" + escaped(value));
    }
  }

  private static String escaped(Object text) {
    return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
  }
}
