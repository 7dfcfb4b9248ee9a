package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Patches a row or creates it (F-180 to F-183). What is created is the data and nothing else: no
 * defaults. Safe when others do the same at once: the key decides.
 */
public final class Upsert {
  private Upsert() {}

  public static Entity byId(Call call, Map<String, ? extends @Nullable Object> data) {
    Optional<Object> id = idIn(call, data);
    if (id.isEmpty()) {
      return Create.one(call, call.reader().read(data));
    }
    Filter asked = Filter.of(call.byId(id.get()));
    if (call.model().forcesId()) {
      return Patch.of(call, forced(call, asked, id.get()), data, validates(call));
    }
    Filter ready = call.ready(asked);
    Filter seen = call.access(ready);
    return seen.where().equals(ready.where())
        ? put(call, ready.where(), ready.where(), data, validates(call))
        : elsewhere(call, seen, data);
  }

  /** One match is patched, none is created, more are refused (F-183). */
  public static Entity byWhere(
      Call call, Filter asked, Map<String, ? extends @Nullable Object> data) {
    if (data.isEmpty()) {
      throw new DataException("There is nothing to store in a \"" + call.model().name() + "\".");
    }
    Where where = call.toChange(asked).where();
    List<Entity> rows = find(call, where, 2);
    if (rows.size() > 1) {
      throw new DataException(
          "More than one \"" + call.model().name() + "\" matches; nothing was changed.");
    }
    Where target = rows.isEmpty() ? Where.none() : call.byKey(rows.getFirst());
    return put(call, where, target, data, call.flags().is("automaticValidation", true));
  }

  /** F-180: where ids are generated, an id that is given must be there. */
  private static Entity forced(Call call, Filter asked, Object id) {
    return find(call, call.toRead(asked).where(), 1).stream()
        .findFirst()
        .orElseThrow(() -> Patch.missing(call, id));
  }

  /** An access observer asked for other rows: what it leads to is patched, else created anew. */
  private static Entity elsewhere(
      Call call, Filter seen, Map<String, ? extends @Nullable Object> data) {
    var rest = new LinkedHashMap<String, @Nullable Object>(data);
    rest.remove(call.idProperty().name());
    List<Entity> rows = find(call, seen.where(), 1);
    return rows.isEmpty()
        ? Create.one(call, call.reader().read(rest))
        : Patch.of(call, rows.getFirst(), rest, validates(call));
  }

  /**
   * @param where what observers are told
   * @param target the row that is meant, which the change must not lead away from
   */
  private static Entity put(
      Call call,
      Where where,
      Where target,
      Map<String, ? extends @Nullable Object> data,
      boolean validated) {
    Changes.refuseOperators(call, data);
    var storing = new Storing(call);
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(data);
    changes.putAll(Forced.values(call));
    Change before = storing.before(new Change(changes, where), null);
    Entity partial = nulled(call, before.data());
    if (call.options().flag("validate").orElse(validated)) {
      storing.validate(partial, true);
    }
    Map<String, @Nullable Object> known = Changes.known(call, partial.toMap());
    Change toStore = storing.persist(before.withData(known), partial, null);
    Where meant = before.where().equals(where) ? target : before.where();
    Placing.Outcome outcome = Placing.patchOrInsert(call, toStore.data(), meant);
    Entity loaded = storing.loaded(outcome.row(), outcome.created(), true);
    return storing.after(loaded, outcome.created());
  }

  /** The values as an entity; with nulls for the rest where the model keeps no absent ones (F-060). */
  private static Entity nulled(Call call, Map<String, @Nullable Object> data) {
    if (!call.model().settings().nullsAbsent()) {
      return call.reader().assign(Entity.blank(call.model()), data);
    }
    var whole = new LinkedHashMap<String, @Nullable Object>();
    call.model().properties().stream()
        .filter(property -> !property.isId())
        .forEach(property -> whole.put(property.name(), null));
    whole.putAll(data);
    return call.reader().assign(Entity.blank(call.model()), whole);
  }

  private static List<Entity> find(Call call, Where where, int most) {
    return call.store().find(call.model(), Filter.of(where).limit(most)).stream()
        .map(call::typed)
        .toList();
  }

  /** F-182: a patch is validated only when told to. */
  private static boolean validates(Call call) {
    return call.flags().is("validateUpsert", call.flags().is("automaticValidation", false));
  }

  static Optional<Object> idIn(Call call, Map<String, ? extends @Nullable Object> data) {
    return call.model()
        .idName()
        .<Object>map(data::get)
        .filter(raw -> raw != Nothing.UNDEFINED)
        .map(call::id);
  }
}
