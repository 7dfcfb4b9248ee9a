package dev.jongleur.json.project;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DataException;
import dev.jongleur.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file in which LoopBack's memory connector keeps its rows: {@code {"ids": {...}, "models":
 * {COLLECTION: {ID: ROW}}}}, of which each row is a JSON text by itself (F-387, F-389).
 */
final class MemoryFile {
  private static final long MAX_BYTES = 256L * 1024 * 1024;
  private static final int MAX_DEPTH = 100;
  private static final String KEPT =
      "its rows are read for a new tenant; changes are kept in the data directory, not in it";

  private final ProjectFiles files;
  private final String file;
  private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

  private MemoryFile(ProjectFiles files, String file) {
    this.files = files;
    this.file = file;
  }

  /** Reads the rows of a data source's models; there are none yet where there is no file. */
  static Map<String, List<Map<String, @Nullable Object>>> read(
      ProjectFiles files, String source, String file, Blueprint blueprint) {
    if (!files.has(file)) {
      files.findings().notice(DataSourcesFile.FILE, source + ".file: there is no such file yet");
      return Map.of();
    }
    files.findings().notice(file, KEPT);
    var read = new MemoryFile(files, file);
    files
        .object(file, MAX_BYTES)
        .map(content -> ProjectFiles.members(content.get("models")))
        .orElse(Map.of())
        .forEach((collection, kept) ->
            read.collection(collection, kept, model(blueprint, source, collection)));
    return read.rows;
  }

  /** The model that keeps its rows in a collection; of several the first, which all share. */
  private static Optional<ModelDefinition> model(
      Blueprint blueprint, String source, String collection) {
    return blueprint.models().values().stream()
        .filter(placed -> placed.dataSource().equals(source))
        .map(Placed::definition)
        .filter(model -> model.mapping("memory").tableName().equals(collection))
        .findFirst();
  }

  private void collection(
      String collection, @Nullable Object kept, Optional<ModelDefinition> model) {
    Map<String, @Nullable Object> byId = ProjectFiles.members(kept);
    if (byId.isEmpty()) {
      return;
    }
    if (model.isEmpty()) {
      notice(collection + ": no model keeps rows there; " + byId.size() + " are left out");
      return;
    }
    var read = new ArrayList<Map<String, @Nullable Object>>(byId.size());
    byId.forEach((id, row) -> row(collection + "." + id, row).ifPresent(read::add));
    rows.put(model.get().name(), read);
    nameUnknown(model.get(), read);
  }

  private Optional<Map<String, @Nullable Object>> row(String place, @Nullable Object kept) {
    if (kept instanceof String text) {
      try {
        Object row = JsonReader.of(file + ": " + place, MAX_BYTES, MAX_DEPTH).read(text);
        if (row instanceof Map) {
          return Optional.of(ProjectFiles.members(row));
        }
      } catch (DataException e) {
        files.findings().wrong(e);
        return Optional.empty();
      }
    }
    files.findings().wrong(file, place + ": a row is the JSON of an object, as text");
    return Optional.empty();
  }

  /** What a closed model does not define cannot be stored with it. */
  private void nameUnknown(ModelDefinition model, List<Map<String, @Nullable Object>> read) {
    if (!model.isOpen()) {
      Set<String> unknown = new LinkedHashSet<>();
      read.forEach(row -> unknown.addAll(row.keySet()));
      unknown.removeIf(name -> model.property(name).isPresent());
      if (!unknown.isEmpty()) {
        notice(model.name() + " does not define " + unknown + ": these values are left out");
      }
    }
  }

  private void notice(String what) {
    files.findings().notice(file, what);
  }
}
