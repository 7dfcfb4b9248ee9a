package dev.jongleur.operation.read;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.query.Filter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the row with an id (F-172). */
public final class FindById {
  private FindById() {}

  /** Of the filter only the fields and the includes count. */
  public static Optional<Entity> row(Call call, @Nullable Object rawId, Filter asked, Along along) {
    Filter filter = Filter.one(call.whereId(rawId));
    if (!asked.fields().isAll() || !asked.include().isEmpty()) {
      filter = filter.withFields(asked.fields()).withInclude(asked.include());
    }
    return Find.first(Find.asked(call, Scoping.readyTyped(call, filter), along));
  }
}
