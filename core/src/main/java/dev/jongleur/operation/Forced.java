package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
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

  static Map<String, @Nullable Object> values(Call call) {
    Map<String, @Nullable Object> forced = new LinkedHashMap<>();
    Map<String, Object> scope = call.model().settings().scope();
    if (!scope.isEmpty()) {
      collect(Filter.read((Object) scope).where(), forced);
    }
    return forced;
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
