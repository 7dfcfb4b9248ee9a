package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.plan.Merge;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is read along by one pair of keys: one question, or one for each owner where a scope pages.
 */
record AlongDirect(Call call, Direct link, Filter asked) {

  /** The related rows by the key of their owner. */
  Map<Object, List<Entity>> of(Set<Object> owners) {
    Filter merged = Merge.of(link.scope(), asked);
    Filter scope = merged.withFields(merged.fields().plus(link.keyTo()));
    boolean paged = link.many() && (scope.limit() > 0 || scope.skip() > 0);
    var found = new HashMap<Object, List<Entity>>();
    for (List<Object> page :
        AlongQuestion.pages(owners, paged ? 1 : AlongQuestion.most(link.far()))) {
      collect(found, AlongQuestion.related(call, link, scope.and(Where.inq(link.keyTo(), page))));
    }
    return found;
  }

  private void collect(Map<Object, List<Entity>> found, List<Entity> rows) {
    for (Entity row : rows) {
      Object key = row.get(link.keyTo());
      if (key != null) {
        found.computeIfAbsent(Keys.of(key), _ -> new ArrayList<>()).add(row);
      }
    }
  }
}
