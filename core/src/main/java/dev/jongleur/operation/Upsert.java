package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Patches a row or creates it (F-180 to F-184). Safe when others do the same at once: the key
 * decides, and who comes second to it patches after all.
 */
public final class Upsert {
  private static final int TRIES = 3;

  private Upsert() {}

  public static Entity byId(Call call, Map<String, ? extends @Nullable Object> data) {
    Optional<Object> id = idIn(call, data);
    return id.isEmpty()
        ? Create.one(call, call.reader().read(data))
        : retried(() -> patchOrCreate(call, id.get(), data));
  }

  public static Entity replacing(Call call, Map<String, ? extends @Nullable Object> data) {
    Optional<Object> id = idIn(call, data);
    return id.isEmpty()
        ? Create.one(call, call.reader().read(data))
        : retried(() -> replaceOrCreate(call, id.get(), data));
  }

  /** One match is patched, none is created, more are refused (F-183). */
  public static Entity byWhere(
      Call call, Filter asked, Map<String, ? extends @Nullable Object> data) {
    if (data.isEmpty()) {
      throw new DataException("There is nothing to store in a \"" + call.model().name() + "\".");
    }
    Filter filter = call.toChange(asked).limit(2);
    List<Entity> rows = call.store().find(call.model(), filter).stream().map(call::typed).toList();
    return switch (rows.size()) {
      case 0 -> Create.one(call, call.reader().read(data));
      case 1 -> Patch.of(call, rows.getFirst(), data);
      default ->
          throw new DataException(
              "More than one \"" + call.model().name() + "\" matches; nothing was changed.");
    };
  }

  private static Entity patchOrCreate(
      Call call, Object id, Map<String, ? extends @Nullable Object> data) {
    Optional<Entity> current = scoped(call, id);
    if (current.isPresent()) {
      return Patch.of(call, current.get(), data, validates(call));
    }
    refuseForced(call, id);
    return Create.one(call, call.reader().read(data));
  }

  private static Entity replaceOrCreate(
      Call call, Object id, Map<String, ? extends @Nullable Object> data) {
    if (scoped(call, id).isPresent()) {
      return Replace.byId(call, id, data);
    }
    refuseForced(call, id);
    return Create.one(call, call.reader().read(data));
  }

  /** The row with this id, within the default scope. */
  private static Optional<Entity> scoped(Call call, Object id) {
    Filter filter = call.toRead(Filter.of(call.byId(id))).limit(1);
    return call.store().find(call.model(), filter).stream().findFirst().map(call::typed);
  }

  /** F-180: where ids are generated, an id that is given must be there. */
  private static void refuseForced(Call call, Object id) {
    if (call.model().forcesId()) {
      throw Patch.missing(call, id);
    }
  }

  /** F-182: a patch is validated only when told to. */
  private static boolean validates(Call call) {
    return call.flags().is("validateUpsert", call.flags().is("automaticValidation", false));
  }

  private static Optional<Object> idIn(Call call, Map<String, ? extends @Nullable Object> data) {
    return call.model()
        .idName()
        .<Object>map(data::get)
        .filter(raw -> raw != Nothing.UNDEFINED)
        .map(call::id);
  }

  private static Entity retried(Supplier<Entity> attempt) {
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
