package dev.jongleur.model;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of an owner's models refer to which by a relation, there or missing: defining one concerns
 * those and no others. Not thread-safe; bounded by the relations defined.
 */
final class Referrers {
  private final Map<String, Set<String>> byTarget = new HashMap<>();

  /** Takes note of a model's relations. */
  void add(ModelDefinition model) {
    for (Relation relation : model.relations().values()) {
      for (String end : ends(relation)) {
        byTarget.computeIfAbsent(end, _ -> new HashSet<>()).add(model.name());
      }
    }
  }

  /** Forgets a model's relations; what others say of it stays. */
  void remove(ModelDefinition model) {
    for (Relation relation : model.relations().values()) {
      for (String end : ends(relation)) {
        byTarget.computeIfPresent(
            end, (_, names) -> names.remove(model.name()) && names.isEmpty() ? null : names);
      }
    }
  }

  /** The models whose keys may change when this one is defined; nearly always none. */
  Set<String> concernedBy(ModelDefinition model) {
    Set<String> referring = byTarget.getOrDefault(model.name(), Set.of());
    if (referring.isEmpty() && model.relations().isEmpty()) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>(referring);
    model.relations().values().forEach(relation -> names.addAll(ends(relation)));
    return names;
  }

  /** The models at the ends of those relations of some models that lead to one, or through it. */
  static Set<String> endsOf(Collection<ModelDefinition> models, String one) {
    Set<String> names = new LinkedHashSet<>();
    for (ModelDefinition model : models) {
      model.relations().values().stream()
          .map(Referrers::ends)
          .filter(ends -> ends.contains(one))
          .forEach(names::addAll);
    }
    return names;
  }

  /** The other model, and the model between, if the relation names one. */
  private static List<String> ends(Relation relation) {
    return relation.through().isEmpty()
        ? List.of(relation.model())
        : List.of(relation.model(), relation.through());
  }
}
