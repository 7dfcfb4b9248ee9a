package dev.jongleur.operation;

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

/** Values that a default scope forces onto what is stored through it (F-329). */
final class Forced {
  private Forced() {}

  static Entity onto(Call call, Entity entity) {
    Map<String, @Nullable Object> forced = values(call);
    return forced.isEmpty() ? entity : call.reader().assign(entity, forced);
  }

  /** The values with those that are forced. */
  static Map<String, @Nullable Object> onto(
      Call call, Map<String, ? extends @Nullable Object> values) {
    var forced = new LinkedHashMap<String, @Nullable Object>(values);
    forced.putAll(values(call));
    return forced;
  }

  private static Map<String, @Nullable Object> values(Call call) {
    return call.isUnscoped() ? Map.of() : call.profile().forced();
  }

  /** What the default scope of a model forces. */
  static Map<String, @Nullable Object> by(ModelDefinition model) {
    Map<String, Object> scope = model.settings().scope();
    if (scope.isEmpty()) {
      return Map.of();
    }
    var forced = new LinkedHashMap<String, @Nullable Object>();
    collect(Filter.read((Object) scope).where(), forced);
    return Collections.unmodifiableMap(forced);
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
