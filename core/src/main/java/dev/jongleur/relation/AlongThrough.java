package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.plan.Merge;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is read along through a model: one question for the links of all owners and one for the rows
 * they lead to. All rows of one owner come of one question, so that they keep its order; where a
 * scope pages, each owner's page is taken of them.
 */
record AlongThrough(Call call, Through link, Filter asked) {

  /** The related rows by the key of their owner. */
  Map<Object, List<Entity>> of(Set<Object> owners) {
    Map<Object, Set<Object>> targets = targets(owners);
    Filter merged = Merge.of(link.scope(), asked);
    Filter scope = merged.withFields(merged.fields().plus(link.keyTo())).limit(0).skip(0);
    var found = new HashMap<Object, List<Entity>>();
    for (List<Object> together : packed(targets)) {
      List<Entity> rows = rows(scope, together, targets);
      Map<Object, Integer> places = places(rows);
      for (Object owner : together) {
        found.put(owner, page(merged, of(targets.getOrDefault(owner, Set.of()), rows, places)));
      }
    }
    return found;
  }

  /** For each owner the keys of the rows that its links lead to. */
  private Map<Object, Set<Object>> targets(Set<Object> owners) {
    var targets = new LinkedHashMap<Object, Set<Object>>();
    for (List<Object> page : AlongQuestion.pages(owners, AlongQuestion.most(link.between()))) {
      for (Entity row : AlongQuestion.links(call, link, Filter.of(link.ofAll(page)))) {
        Object owner = row.get(link.nearKey());
        Object target = row.get(link.farKey());
        if (owner != null && target != null) {
          targets.computeIfAbsent(Keys.of(owner), _ -> new LinkedHashSet<>()).add(target);
        }
      }
    }
    return targets;
  }

  /** Owners whose rows are asked for together: as many as one question has room for. */
  private List<List<Object>> packed(Map<Object, Set<Object>> targets) {
    int most = AlongQuestion.most(link.far());
    var packs = new ArrayList<List<Object>>();
    Set<Object> keys = new LinkedHashSet<>();
    for (var owner : targets.entrySet()) {
      keys.addAll(owner.getValue());
      if (packs.isEmpty() || keys.size() > most) {
        packs.add(new ArrayList<>());
        keys = new LinkedHashSet<>(owner.getValue());
      }
      packs.getLast().add(owner.getKey());
    }
    return packs;
  }

  private List<Entity> rows(Filter scope, List<Object> owners, Map<Object, Set<Object>> targets) {
    Set<Object> keys = new LinkedHashSet<>();
    owners.forEach(owner -> keys.addAll(targets.getOrDefault(owner, Set.of())));
    Where those = Where.inq(link.keyTo(), List.copyOf(keys));
    return AlongQuestion.related(call, link, scope.and(those));
  }

  private Map<Object, Integer> places(List<Entity> rows) {
    var places = new HashMap<Object, Integer>();
    for (int place = 0; place < rows.size(); place++) {
      Object key = rows.get(place).get(link.keyTo());
      if (key != null) {
        places.put(Keys.of(key), place);
      }
    }
    return places;
  }

  /** Those of one owner, in the order in which they were found; a link to nowhere leads to none. */
  private static List<Entity> of(Set<Object> keys, List<Entity> rows, Map<Object, Integer> places) {
    return keys.stream()
        .map(key -> places.getOrDefault(Keys.of(key), -1))
        .filter(place -> place >= 0)
        .distinct()
        .sorted()
        .map(rows::get)
        .toList();
  }

  private static List<Entity> page(Filter scope, List<Entity> rows) {
    int from = Math.min(scope.skip(), rows.size());
    int left = rows.size() - from;
    int many = scope.limit() > 0 ? Math.min(scope.limit(), left) : left;
    return rows.subList(from, from + many);
  }
}
