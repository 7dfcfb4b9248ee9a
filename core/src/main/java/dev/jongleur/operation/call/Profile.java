package dev.jongleur.operation.call;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Upkeep;
import dev.jongleur.plan.Merge;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operations need to know of a definition, worked out once.
 *
 * @param scope the default scope (F-326)
 * @param forced the values it forces onto what is stored through it (F-329)
 * @param alive the rows that were not deleted softly
 * @param unwritten the values that a new row is stored without
 */
public record Profile(
    Filter scope,
    Map<String, @Nullable Object> forced,
    Where alive,
    Upkeep upkeep,
    Unwritten unwritten) {
  public static Profile of(ModelDefinition model) {
    return model.derived(Profile.class, Profile::made);
  }

  private static Profile made(ModelDefinition model) {
    Map<String, Object> raw = scopeOf(model);
    Upkeep upkeep = model.upkeep();
    return new Profile(
        raw.isEmpty() ? Filter.all() : Filter.read((Object) raw),
        Forced.by(model),
        upkeep.isSoft() ? Where.eq(upkeep.deleted(), null) : Where.all(),
        upkeep,
        Unwritten.of(model));
  }

  /** The default scope without the parts that it switches off: {@code limit: false} (F-327). */
  static Map<String, Object> scopeOf(ModelDefinition model) {
    var said = new LinkedHashMap<>(model.settings().scope());
    said.values().removeIf(Boolean.FALSE::equals);
    return said;
  }

  /** Whether a filter means the same rows with the default scope as without. */
  boolean isWhole() {
    return scope == Filter.all() && alive.isAll();
  }

  /** The filter within the default scope, without deleted rows. */
  public Filter within(Filter asked) {
    Filter scoped = scope == Filter.all() ? asked : Merge.of(scope, asked);
    return alive.isAll() ? scoped : scoped.and(alive);
  }
}
