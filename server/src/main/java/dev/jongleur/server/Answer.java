package dev.jongleur.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operation answers. */
sealed interface Answer {
  /** A JSON value, with 200. */
  record Json(@Nullable Object value) implements Answer {}

  /** Nothing, with 204: LoopBack's answer of methods that return nothing. */
  record Nothing() implements Answer {}

  static Answer of(@Nullable Object value) {
    return new Json(value);
  }

  static Answer list(List<?> rows) {
    return new Json(rows);
  }

  static Answer count(long rows) {
    return new Json(Map.of("count", rows));
  }
}
