package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a row where there may be one: changes it, or inserts it. When another inserts the same key
 * in between, the key decides and it is tried again; a key that is taken by a row that may not be
 * changed is a duplicate.
 */
final class Placing {
  private static final int TRIES = 3;

  private Placing() {}

  /** A row as it is stored now, and whether it was created. */
  record Outcome(Entity row, boolean created) {}

  /** Sets the values on the row that matches, or inserts a row of these values. */
  static Outcome patchOrInsert(Call call, Map<String, @Nullable Object> data, Where where) {
    return retried(() -> {
      if (Changes.set(call, where, data) > 0) {
        return new Outcome(stored(call, where), false);
      }
      Entity fresh = call.reader().assign(Entity.blank(call.model()), data);
      return new Outcome(call.store().insert(call.model(), fresh), true);
    });
  }

  /** Puts a whole row in the place of the one with its id, within a where, or inserts it. */
  static Outcome replaceOrInsert(Call call, Where where, Entity row) {
    return retried(() -> {
      if (call.store().count(call.model(), where) > 0 && call.store().replace(call.model(), row)) {
        return new Outcome(row.asStored(), false);
      }
      return new Outcome(call.store().insert(call.model(), row), true);
    });
  }

  /** The row after its change; the where is by key, so the change does not lead away from it. */
  private static Entity stored(Call call, Where where) {
    return call.store().find(call.model(), Filter.of(where).limit(1)).stream()
        .findFirst()
        .map(call::typed)
        .orElseThrow(() ->
            new NotFoundException(
                "The \"" + call.model().name() + "\" was removed while it was changed."));
  }

  private static Outcome retried(Supplier<Outcome> attempt) {
    for (int i = 1; i < TRIES; i++) {
      try {
        return attempt.get();
      } catch (DuplicateException e) {
        Thread.onSpinWait();
      }
    }
    return attempt.get();
  }
}
