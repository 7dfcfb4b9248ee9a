package dev.jongleur.json.project;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.error.DefinitionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code server/datasources.json}. */
final class DataSourcesFile {
  static final String FILE = "server/datasources.json";

  /** A name is also a folder of the data directory. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$][A-Za-z0-9_$.-]{0,62}");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\w+}");

  private DataSourcesFile() {}

  static Map<String, Settings> read(ProjectFiles files) {
    var sources = new LinkedHashMap<String, Settings>();
    files
        .object(FILE)
        .orElse(Map.of())
        .forEach((name, value) -> {
          if (NAME.matcher(name).matches()) {
            read(name, ProjectFiles.members(value), files.findings(), sources);
          } else {
            files
                .findings()
                .wrong(FILE, name + ": the name of a data source has letters, digits, _, . and -");
          }
        });
    return sources;
  }

  private static void read(
      String name,
      Map<String, @Nullable Object> values,
      Findings findings,
      Map<String, Settings> sources) {
    values.forEach((key, value) -> {
      if (value instanceof String text && PLACEHOLDER.matcher(text).find()) {
        findings.notice(FILE, name + "." + key + ": the ${...} in it is not filled in yet");
      }
    });
    try {
      sources.put(name, Settings.of(values));
    } catch (DefinitionException e) {
      findings.wrong(FILE, name + ": " + e.getMessage());
    }
  }

  /** The rows that LoopBack kept in files, of the models on memory data sources that name one. */
  static KeptRows rows(ProjectFiles files, Map<String, Settings> sources, Blueprint blueprint) {
    var rows = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
    sources.forEach((name, settings) -> {
      if (settings.connector().equals("memory")) {
        settings
            .text("file")
            .ifPresent(file -> rows.putAll(MemoryFile.read(files, name, file, blueprint)));
      }
    });
    return new KeptRows(rows);
  }
}
