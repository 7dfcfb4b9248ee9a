package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.read.Find;
import dev.jongleur.query.Filter;
import org.jspecify.annotations.Nullable;

/** One row of a part of a model, which has to be there. */
public final class Member {
  private Member() {}

  /**
   * The row with an id.
   *
   * @throws NotFoundException when it is not in the part
   */
  public static Entity of(Call call, Narrowed part, @Nullable Object id) {
    return Find.one(call, part.withId(call, id, Filter.all()), Includes::attach)
        .orElseThrow(() ->
            new NotFoundException(
                "There is no \""
                    + call.model().name()
                    + "\" with id "
                    + id
                    + " among those that are related."));
  }
}
