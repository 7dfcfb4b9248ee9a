package dev.jongleur.operation;

import dev.jongleur.query.Where;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values to set, and the rows to set them on. */
record Change(Map<String, @Nullable Object> data, Where where) {
  Change {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  Change withData(Map<String, @Nullable Object> other) {
    return new Change(other, where);
  }

  /** The same with what an observer put in its place. */
  Change as(Optional<Map<String, @Nullable Object>> otherData, Optional<Where> otherWhere) {
    return new Change(otherData.orElse(data), otherWhere.orElse(where));
  }
}
