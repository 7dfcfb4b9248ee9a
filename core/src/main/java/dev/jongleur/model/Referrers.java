package dev.jongleur.model;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
      byTarget.computeIfAbsent(relation.model(), _ -> new HashSet<>()).add(model.name());
    }
  }

  /** Forgets a model's relations; what others say of it stays. */
  void remove(ModelDefinition model) {
    for (Relation relation : model.relations().values()) {
      byTarget.computeIfPresent(
          relation.model(),
          (_, names) -> names.remove(model.name()) && names.isEmpty() ? null : names);
    }
  }

  /** The models whose keys may change when this one is defined; nearly always none. */
  Set<String> concernedBy(ModelDefinition model) {
    Set<String> referring = byTarget.getOrDefault(model.name(), Set.of());
    if (referring.isEmpty() && model.relations().isEmpty()) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>(referring);
    model.relations().values().forEach(relation -> names.add(relation.model()));
    return names;
  }
}
