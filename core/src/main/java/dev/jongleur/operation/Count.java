package dev.jongleur.operation;

import dev.jongleur.query.Filter;
import org.jspecify.annotations.Nullable;

/** Counts rows (F-174, F-175). */
public final class Count {
  private Count() {}

  public static long rows(Call call, Filter asked) {
    return call.store().count(call.model(), call.toRead(asked).where());
  }

  public static boolean exists(Call call, @Nullable Object rawId) {
    return rows(call, Filter.of(call.byId(call.id(rawId)))) > 0;
  }
}
