package dev.jongleur.definition;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One tenant's difference from the blueprint: models added, models changed. Immutable, compared by
 * content.
 *
 * @param changes by the model's name
 */
public record Overlay(Map<String, ModelChange> changes) {
  /** A tenant as the blueprint has it. */
  public static final Overlay NONE = new Overlay(Map.of());

  public Overlay {
    changes = Map.copyOf(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** How many models are the tenant's own. */
  public long added() {
    return changes.values().stream().filter(ModelChange::isAdded).count();
  }

  /** With this change in the place of an earlier one of the same model. */
  public Overlay with(ModelChange change) {
    var more = new LinkedHashMap<>(changes);
    more.put(change.model(), change);
    return new Overlay(more);
  }

  /** With this model as the blueprint has it. */
  public Overlay without(String model) {
    var less = new LinkedHashMap<>(changes);
    var _ = less.remove(model);
    return less.isEmpty() ? NONE : new Overlay(less);
  }
}
