package dev.jongleur.plan;

import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Include;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Joins a scope's filter with the caller's (DEVIATIONS): both conditions hold, the smaller limit
 * wins, the caller's skip and order win, fields of the caller may only narrow.
 */
public final class Merge {
  private Merge() {}

  public static Filter of(Filter scope, Filter caller) {
    Filter merged = scope.where().isAll() ? caller : caller.and(scope.where());
    return merged
        .withOrder(caller.order().isEmpty() ? scope.order() : caller.order())
        .limit(smaller(scope.limit(), caller.limit()))
        .skip(caller.skip() > 0 ? caller.skip() : scope.skip())
        .withFields(narrower(scope.fields(), caller.fields()))
        .withInclude(both(scope.include(), caller.include()));
  }

  private static int smaller(int scope, int caller) {
    return scope == 0 ? caller : caller == 0 ? scope : Math.min(scope, caller);
  }

  private static Fields narrower(Fields scope, Fields caller) {
    if (scope.isAll() || caller.isAll()) {
      return scope.isAll() ? caller : scope;
    }
    if (scope.included().isEmpty() && caller.included().isEmpty()) {
      Set<String> excluded = new LinkedHashSet<>(scope.excluded());
      excluded.addAll(caller.excluded());
      return new Fields(Set.of(), excluded);
    }
    Set<String> included =
        new LinkedHashSet<>(caller.included().isEmpty() ? scope.included() : caller.included());
    included.removeIf(name -> !scope.keeps(name, true) || !caller.keeps(name, true));
    return Fields.onlyOf(included);
  }

  private static List<Include> both(List<Include> scope, List<Include> caller) {
    var all = new ArrayList<>(caller);
    for (Include include : scope) {
      if (caller.stream().noneMatch(own -> own.relation().equals(include.relation()))) {
        all.add(include);
      }
    }
    return all;
  }
}
