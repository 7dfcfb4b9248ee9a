package dev.jongleur.cli.serve;

import dev.jongleur.Tenant;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.error.JongleurException;
import dev.jongleur.json.JsonReader;
import dev.jongleur.json.project.LoopBackProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that new tenants of a project begin with: a list in {@code
 * server/sample-data/TENANT/MODEL.json} for each model. Jongleur's own addition to a project.
 */
final class SampleData {
  private static final long MAX_BYTES = 64L * 1024 * 1024;
  private static final int MAX_DEPTH = 100;

  private final Path folder;

  SampleData(LoopBackProject project) {
    this.folder = project.directory().resolve("server/sample-data");
  }

  /**
   * Stores the sample rows of a tenant.
   *
   * @param wanted which models, by name
   * @return how many rows of each model were stored
   * @throws CommandFailure naming the file that cannot be used
   */
  Map<String, Integer> load(Tenant tenant, Predicate<String> wanted) {
    var rows = new LinkedHashMap<String, Integer>();
    for (Path file : files(tenant.name())) {
      String model = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
      if (wanted.test(model)) {
        rows.put(model, load(tenant, model, file));
      }
    }
    return rows;
  }

  private List<Path> files(String tenant) {
    Path place = folder.resolve(tenant);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new CommandFailure("The sample data in " + place + " cannot be read.", e);
    }
  }

  private static int load(Tenant tenant, String model, Path file) {
    try {
      List<Map<String, @Nullable Object>> rows = read(file);
      if (!rows.isEmpty()) {
        var _ = tenant.model(model).createAll(rows);
      }
      return rows.size();
    } catch (JongleurException | IOException e) {
      throw new CommandFailure(
          "The sample data in " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static List<Map<String, @Nullable Object>> read(Path file) throws IOException {
    Object content = JsonReader.of("It", MAX_BYTES, MAX_DEPTH).read(Files.readString(file));
    if (!(content instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
      throw new CommandFailure("The sample data in " + file + " is no list of objects.");
    }
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    for (Object item : list) {
      var row = new LinkedHashMap<String, @Nullable Object>();
      ((Map<?, ?>) item).forEach((key, value) -> row.put(String.valueOf(key), value));
      rows.add(row);
    }
    return rows;
  }
}
