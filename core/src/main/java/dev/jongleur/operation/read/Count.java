package dev.jongleur.operation;

import dev.jongleur.query.Filter;

/** Counts rows (F-175). */
public final class Count {
  private Count() {}

  public static long rows(Call call, Filter asked) {
    return call.store().count(call.model(), call.toRead(asked).where());
  }
}
