package dev.jongleur.operation.call;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that are forced onto what is stored (F-059, F-329): those of the setting {@code
 * attributes} or {@code properties}, or none where it is false; else what the default scope's where
 * demands.
 */
public final class Forced {
  private Forced() {}

  public static Entity onto(Call call, Entity entity) {
    Map<String, @Nullable Object> forced = values(call);
    return forced.isEmpty() ? entity : call.reader().assign(entity, forced);
  }

  /** The values with those that are forced. */
  public static Map<String, @Nullable Object> onto(
      Call call, Map<String, ? extends @Nullable Object> values) {
    var forced = new LinkedHashMap<String, @Nullable Object>(values);
    forced.putAll(values(call));
    return forced;
  }

  private static Map<String, @Nullable Object> values(Call call) {
    boolean passedOver = call.isUnscoped() && !(said(call.model()) instanceof Map);
    return passedOver ? Map.of() : call.profile().forced();
  }

  /** What a model forces. */
  public static Map<String, @Nullable Object> by(ModelDefinition model) {
    Map<String, Object> scope = Profile.scopeOf(model);
    Object said = said(model);
    if (!(said instanceof Map) && (scope.isEmpty() || Boolean.FALSE.equals(said))) {
      return Map.of();
    }
    var forced = new LinkedHashMap<String, @Nullable Object>();
    if (said instanceof Map<?, ?> map) {
      map.forEach((name, value) -> forced.put(String.valueOf(name), value));
    } else {
      collect(Filter.read((Object) scope).where(), forced);
    }
    return Collections.unmodifiableMap(forced);
  }

  private static @Nullable Object said(ModelDefinition model) {
    Map<String, Object> others = model.settings().others();
    return others.getOrDefault("properties", others.get("attributes"));
  }

  private static void collect(Where where, Map<String, @Nullable Object> forced) {
    if (where instanceof And(var parts)) {
      parts.forEach(part -> collect(part, forced));
    } else if (where instanceof Comparison comparison
        && comparison.operator() == Operator.EQ
        && !comparison.isNested()) {
      forced.put(comparison.path(), comparison.operand());
    }
  }
}
