package dev.jongleur.operation.read;

import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.query.Filter;

/** Counts rows (F-175). */
public final class Count {
  private Count() {}

  public static long rows(Call call, Filter asked) {
    return call.store().count(call.model(), Scoping.toLook(call, asked).where());
  }
}
