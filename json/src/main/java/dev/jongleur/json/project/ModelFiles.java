package dev.jongleur.json.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All model files of a project by the names of their models. */
record ModelFiles(Map<String, ModelFile> byModel) {

  static ModelFiles read(ProjectFiles files, List<String> folders) {
    var found = new LinkedHashMap<String, ModelFile>();
    for (String folder : folders) {
      files.list(folder, ".json").forEach(file -> read(files, file, found));
      for (String script : files.list(folder, ".js")) {
        files.findings().notice(script, "JavaScript is not run: its methods and hooks are missing");
      }
    }
    return new ModelFiles(found);
  }

  Optional<ModelFile> find(String model) {
    return Optional.ofNullable(byModel.get(model));
  }

  private static void read(ProjectFiles files, String file, Map<String, ModelFile> found) {
    files
        .object(file)
        .ifPresent(content -> {
          if (content.get("name") instanceof String name && !name.isBlank()) {
            ModelFile other = found.putIfAbsent(name, new ModelFile(file, name, content));
            if (other != null) {
              files.findings().wrong(file, "the model \"" + name + "\" is also in " + other.file());
            }
          } else {
            files.findings().notice(file, "it names no model and is left out");
          }
        });
  }
}
