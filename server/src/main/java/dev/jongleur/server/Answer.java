package dev.jongleur.server;

import dev.jongleur.entity.Entity;
import dev.jongleur.server.web.RowsForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operation answers. */
sealed interface Answer {
  /** A JSON value, with 200. */
  record Json(@Nullable Object value) implements Answer {}

  /** Nothing, with 204: LoopBack's answer of methods that return nothing. */
  record Nothing() implements Answer {}

  /**
   * Rows, written as they are read; to be closed by who sends them.
   *
   * @param form how they are put together
   */
  record Rows(Stream<Entity> rows, RowsForm form) implements Answer {}

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
