package dev.jongleur.operation.write;

import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.query.Filter;

/** Removes every row that matches (F-191, F-192). */
public final class DeleteAll {
  private DeleteAll() {}

  /**
   * @return how many rows were removed
   */
  public static long rows(Call call, Filter asked) {
    return new Removing(call, null).rows(Scoping.toRemove(call, asked).where());
  }
}
