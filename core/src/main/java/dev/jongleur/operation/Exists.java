package dev.jongleur.operation;

import dev.jongleur.query.Filter;
import org.jspecify.annotations.Nullable;

/** Tells whether there is a row with an id (F-174). */
public final class Exists {
  private Exists() {}

  public static boolean row(Call call, @Nullable Object rawId) {
    return Count.rows(call, Filter.of(call.whereId(rawId))) > 0;
  }
}
