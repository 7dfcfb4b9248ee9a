package dev.jongleur.json.project;

import dev.jongleur.json.DefinitionJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model file that is JSON, not read further. */
record ModelFile(String file, String model, Map<String, @Nullable Object> content) {

  /** The model it builds on; empty for one that builds on LoopBack's roots. */
  Optional<String> base() {
    return DefinitionJson.baseName(content);
  }

  /** What it says as if it built on nothing. */
  Map<String, @Nullable Object> withoutBase() {
    var without = new LinkedHashMap<String, @Nullable Object>(content);
    without.put("base", "PersistedModel");
    return without;
  }

  boolean hasProperties() {
    return content.get("properties") instanceof Map<?, ?> map && !map.isEmpty();
  }

  /** What is said of the model beside its properties: in {@code options}, or beside them. */
  Map<String, @Nullable Object> settings() {
    var settings = ProjectFiles.members(content.get("options"));
    settings.putAll(content);
    return settings;
  }
}
