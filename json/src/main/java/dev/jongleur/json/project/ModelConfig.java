package dev.jongleur.json.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code server/model-config.json} says: where model files are, and what each model is on. */
record ModelConfig(List<String> folders, Map<String, Entry> entries) {
  static final String FILE = "server/model-config.json";

  private static final List<String> FOLDERS = List.of("common/models", "server/models");

  /** One model: its data source, empty when it is on none, and whether REST shows it. */
  record Entry(Optional<String> dataSource, boolean isPublic) {}

  static ModelConfig read(ProjectFiles files) {
    Map<String, @Nullable Object> content = files.object(FILE).orElse(Map.of());
    var entries = new LinkedHashMap<String, Entry>();
    content.forEach((model, value) -> {
      if (!model.startsWith("_")) {
        entries.put(model, entry(model, ProjectFiles.members(value), files.findings()));
      }
    });
    return new ModelConfig(folders(content, files), entries);
  }

  private static Entry entry(
      String model, Map<String, @Nullable Object> settings, Findings findings) {
    for (String key : settings.keySet()) {
      if (!key.equals("dataSource") && !key.equals("public")) {
        findings.notice(FILE, model + "." + key + ": settings are read from model files only");
      }
    }
    Optional<String> dataSource =
        settings.get("dataSource") instanceof String name && !name.isEmpty()
            ? Optional.of(name)
            : Optional.empty();
    return new Entry(dataSource, !Boolean.FALSE.equals(settings.get("public")));
  }

  /** Paths relative to the folder server; those of modules (without a dot) are LoopBack's own. */
  private static List<String> folders(Map<String, @Nullable Object> content, ProjectFiles files) {
    Object sources = ProjectFiles.members(content.get("_meta")).get("sources");
    if (!(sources instanceof List<?> given)) {
      return FOLDERS;
    }
    var folders = new ArrayList<String>();
    for (Object source : given) {
      if (String.valueOf(source).startsWith(".")) {
        Path folder = files.root().resolve("server").resolve(String.valueOf(source)).normalize();
        folders.add(files.root().relativize(folder).toString().replace('\\', '/'));
      }
    }
    return folders;
  }
}
