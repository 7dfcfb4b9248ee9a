package dev.jongleur.testkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case, or the fixture of some: models, steps, and the outcome of each step, as FORMAT.md has
 * them.
 *
 * @param fixture the name of the fixture that goes before; empty: none
 * @param dataSources their settings by name, the first being the default; empty: one in memory
 */
public record Case(
    String id,
    String about,
    String fixture,
    List<String> requires,
    Map<String, Map<String, Object>> dataSources,
    List<Map<String, @Nullable Object>> mixins,
    List<Map<String, @Nullable Object>> models,
    List<Map<String, @Nullable Object>> steps) {

  /** Whether it has a world of its own beside what its fixture makes. */
  public boolean definesMore() {
    return !dataSources.isEmpty() || !mixins.isEmpty() || !models.isEmpty();
  }
}
