package dev.jongleur.operation;

import dev.jongleur.query.Where;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values to set, and the rows to set them on. The map belongs to it: nobody changes it. */
record Change(Map<String, @Nullable Object> data, Where where) {
  Change withData(Map<String, @Nullable Object> other) {
    return new Change(other, where);
  }
}
