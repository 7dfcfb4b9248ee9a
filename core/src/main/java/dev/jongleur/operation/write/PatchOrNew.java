package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Forced;
import dev.jongleur.operation.step.Change;
import dev.jongleur.operation.step.Changes;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.operation.step.Placing;
import dev.jongleur.operation.step.Storing;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that are to patch a row or to make one, nobody knows yet which: what observers and
 * validation see before, and after, is the same for both (F-361, F-362).
 */
record PatchOrNew(Call call, Change change) {

  static PatchOrNew ready(
      Call call, Map<String, ? extends @Nullable Object> data, Where where, boolean validated) {
    Changes.refuseOperators(call, call.storable(data));
    var storing = new Storing(call);
    Map<String, @Nullable Object> values = call.keeping().changed(Forced.onto(call, data));
    Change before = storing.before(new Change(values, where), null);
    Entity partial = partial(call, before.data());
    if (call.options().flag("validate").orElse(validated)) {
      storing.validate(partial, true);
    }
    Map<String, @Nullable Object> known = Changes.known(call, partial.toMap());
    return new PatchOrNew(call, storing.persist(before.withData(known), partial, null));
  }

  Map<String, @Nullable Object> data() {
    return change.data();
  }

  Where where() {
    return change.where();
  }

  /** What the caller gets, once it is stored. */
  Entity placed(Placing.Outcome outcome) {
    return new Storing(call).after(loaded(outcome), outcome.created());
  }

  /** The same; the option {@code notify} silences the observers after saving. */
  Entity placedSilently(Placing.Outcome outcome) {
    return call.notifies() ? placed(outcome) : loaded(outcome);
  }

  private Entity loaded(Placing.Outcome outcome) {
    return Loading.of(call, outcome.row(), outcome.created(), true);
  }

  /** The values as an entity; with nulls for the rest where the model keeps no absence (F-060). */
  private static Entity partial(Call call, Map<String, @Nullable Object> data) {
    Map<String, @Nullable Object> values = data;
    if (call.model().settings().nullsAbsent()) {
      values = nulls(call);
      values.putAll(data);
    }
    return call.reader().assign(Entity.blank(call.model()), values);
  }

  private static Map<String, @Nullable Object> nulls(Call call) {
    var nulls = new LinkedHashMap<String, @Nullable Object>();
    call.model().properties().stream()
        .filter(property -> !property.isId() && !call.model().upkeep().keeps(property.name()))
        .forEach(property -> nulls.put(property.name(), null));
    return nulls;
  }
}
