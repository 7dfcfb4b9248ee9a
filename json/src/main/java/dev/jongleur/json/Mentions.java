package dev.jongleur.json;

import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/** The properties that settings name, which a closed model has to have. */
final class Mentions {
  private final ModelBuilder builder;

  /** What was in a base and was taken away: it may still be named there. */
  private final Set<String> excluded;

  Mentions(ModelBuilder builder, Set<String> excluded) {
    this.builder = builder;
    this.excluded = excluded;
  }

  void note(Part settings) {
    // What cannot be read has been reported.
    Part quiet = new Part(settings.path(), settings.value(), new ArrayList<>());
    SettingsReader.names(quiet, "hidden", "hiddenProperties").forEach(name -> note("hidden", name));
    SettingsReader.names(quiet, "protected", "protectedProperties")
        .forEach(name -> note("protected", name));
    for (Index index : indexes(quiet.at("indexes").frozen())) {
      index.paths().forEach(path -> note("indexes." + index.name(), path.split("\\.", 2)[0]));
    }
  }

  private static Iterable<Index> indexes(Map<String, Object> own) {
    return ModelDefinition.named("Indexed").setting("indexes", own).build().indexes();
  }

  private void note(String path, String property) {
    if (!excluded.contains(property)) {
      builder.mention(path, property);
    }
  }
}
