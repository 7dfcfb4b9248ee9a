package dev.jongleur.operation.step;

import dev.jongleur.query.Where;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values to set, and the rows to set them on. The map belongs to it: nobody changes it. */
public record Change(Map<String, @Nullable Object> data, Where where) {
  public Change withData(Map<String, @Nullable Object> other) {
    return new Change(other, where);
  }
}
