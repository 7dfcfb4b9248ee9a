package dev.jongleur.relation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes rows members of a part of a model, beside what its scope says of them. */
sealed interface Members permits Members.Every, Members.Owned, Links {
  /** Nothing has to be looked at. */
  enum Every implements Members {
    ROW,
    /** An owner that is not stored has none (F-268). */
    NONE
  }

  /**
   * A key of theirs, which the scope has a condition on.
   *
   * @param key the property
   * @param copied values of the owner that new rows have too
   */
  record Owned(String key, Map<String, @Nullable Object> copied) implements Members {}
}
