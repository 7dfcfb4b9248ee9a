package dev.jongleur.operation.read;

import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Filter;
import org.jspecify.annotations.Nullable;

/** Tells whether there is a row with an id (F-174). */
public final class Exists {
  private Exists() {}

  public static boolean row(Call call, @Nullable Object rawId) {
    // A model without a key may have rows with an id all the same (F-082).
    Filter filter =
        call.model().hasKey() ? Filter.of(call.whereId(rawId)) : Filter.where("id", rawId);
    return Count.rows(call, filter) == 1;
  }
}
