package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.read.FindById;
import dev.jongleur.operation.step.Placing;
import dev.jongleur.operation.step.Target;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Patches the row with the data's id, or creates it (F-180 to F-182). What is created is the data
 * and nothing else: no defaults. Safe when others do the same at once: the key decides.
 */
public final class Upsert {
  private Upsert() {}

  public static Entity row(Call asked, Map<String, ? extends @Nullable Object> data) {
    return chosen(Choosing.of(asked, data), data);
  }

  private static Entity chosen(Call call, Map<String, ? extends @Nullable Object> data) {
    Optional<Object> id = call.identity().in(call, data);
    if (id.isEmpty()) {
      return Create.one(call, Create.make(call, data));
    }
    if (call.model().forcesId()) {
      return Patch.of(call, forced(call, id.get()), data, validates(call));
    }
    Filter ready = Scoping.ready(call, Filter.of(call.byId(id.get())));
    Filter seen = Scoping.access(call, ready);
    return seen.where().equals(ready.where())
        ? put(call, ready.where(), data, Target.of(call, id.get(), data))
        : elsewhere(call, seen, data);
  }

  private static Entity put(
      Call call, Where where, Map<String, ? extends @Nullable Object> data, Target target) {
    var patch = PatchOrNew.ready(call, data, where, validates(call));
    return patch.placedSilently(Placing.patchOrInsert(call, patch.data(), patch.where(), target));
  }

  /** F-180: where ids are generated, an id that is given must be there. */
  private static Entity forced(Call call, Object id) {
    return FindById.row(call.another(), id, Filter.all(), (_, rows, _) -> rows)
        .orElseThrow(() -> Target.missing(call, id));
  }

  /** An access observer asked for other rows: what it leads to is patched, else created anew. */
  private static Entity elsewhere(
      Call call, Filter seen, Map<String, ? extends @Nullable Object> data) {
    Map<String, @Nullable Object> rest = call.identity().without(data);
    Optional<Entity> row = find(call, seen.where());
    return row.isEmpty()
        ? Create.one(call, Create.make(call, rest))
        : Patch.of(call, row.get(), rest, validates(call));
  }

  private static Optional<Entity> find(Call call, Where where) {
    List<Entity> rows = call.store().find(call.model(), Filter.of(where).limit(1));
    return rows.stream().findFirst().map(call::typed);
  }

  /** F-182: a patch is validated only when told to. */
  private static boolean validates(Call call) {
    return call.flags().is("validateUpsert", call.flags().is("automaticValidation", false));
  }
}
