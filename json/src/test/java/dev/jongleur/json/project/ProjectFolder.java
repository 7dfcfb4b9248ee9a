package dev.jongleur.json.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small project in a temporary directory, written file by file; quotes may be single ones. */
record ProjectFolder(Path root) {

  /** With the data source db in memory and these models on it: names, separated by blanks. */
  static ProjectFolder with(Path root, String models) {
    var entries = new StringBuilder();
    for (String model : models.split(" ")) {
      entries.append(entries.isEmpty() ? "" : ", ");
      entries.append("'").append(model).append("': {'dataSource': 'db'}");
    }
    return new ProjectFolder(root)
        .file("server/model-config.json", "{" + entries + "}")
        .file("server/datasources.json", "{'db': {'name': 'db', 'connector': 'memory'}}");
  }

  ProjectFolder model(String name, String rest) {
    return file("common/models/" + name + ".json", "{'name': '" + name + "'" + rest + "}");
  }

  ProjectFolder file(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.replace('\'', '"'));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LoopBackProject read() {
    return LoopBackProject.read(root);
  }
}
