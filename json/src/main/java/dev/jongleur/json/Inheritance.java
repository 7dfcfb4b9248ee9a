package dev.jongleur.json;

import dev.jongleur.definition.ModelSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of a model as its own and its base's make them (F-096, F-097). */
final class Inheritance {
  private static final String POLICY = "configureModelMerge";

  private Inheritance() {}

  /**
   * The settings of both, joined, in the place of those of the model.
   *
   * @param handedOn what the model has of its base before it says anything
   */
  static Part settings(ModelSettings handedOn, Part own) {
    Map<String, @Nullable Object> said = own.members();
    said.keySet().removeAll(Set.of("relations", "relationships", "base", "super"));
    asList(said, own, "hidden", "hiddenProperties");
    asList(said, own, "protected", "protectedProperties");
    Map<String, Object> inherited = DefinitionWriter.settings(handedOn);
    Part policy = own.at(POLICY);
    MergePolicy how =
        MergePolicy.read(policy.isNone() ? policy.with(inherited.get(POLICY)) : policy);
    Map<String, @Nullable Object> all = how.merge(inherited, said);
    all.put("base", inherited.get("base"));
    return own.with(all);
  }

  /** Lists of names in the one form in which they can be joined. */
  private static void asList(
      Map<String, @Nullable Object> said, Part own, String key, String alias) {
    if (said.get(key) != null || said.get(alias) != null) {
      said.put(key, List.copyOf(SettingsReader.names(own, key, alias)));
    }
    said.remove(alias);
  }
}
