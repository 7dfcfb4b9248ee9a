package dev.jongleur.query;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which properties to return (F-209): only those included, or else all but those excluded. Both
 * empty: all.
 */
public record Fields(Set<String> included, Set<String> excluded) {
  public static final Fields ALL = new Fields(Set.of(), Set.of());

  /** None at all: no property is called like this. */
  public static final Fields NONE = new Fields(Set.of(""), Set.of());

  public Fields {
    included = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(included));
    excluded = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(excluded));
  }

  /** Only these; none at all when there are none. */
  public static Fields onlyOf(Set<String> names) {
    return names.isEmpty() ? NONE : new Fields(names, Set.of());
  }

  public static Fields only(String... names) {
    return new Fields(new LinkedHashSet<>(java.util.List.of(names)), Set.of());
  }

  public boolean isAll() {
    return included.isEmpty() && excluded.isEmpty();
  }

  /**
   * Whether a property is returned.
   *
   * @param defined whether the model defines it; by exclusion only defined ones are returned
   */
  public boolean keeps(String name, boolean defined) {
    if (!included.isEmpty()) {
      return included.contains(name);
    }
    return excluded.isEmpty() || defined && !excluded.contains(name);
  }

  /** Also this one, where only some are returned. */
  public Fields plus(String name) {
    if (included.isEmpty() && !excluded.contains(name)) {
      return this;
    }
    var more = new LinkedHashSet<>(included);
    var fewer = new LinkedHashSet<>(excluded);
    if (!included.isEmpty()) {
      more.add(name);
    }
    fewer.remove(name);
    return new Fields(more, fewer);
  }
}
