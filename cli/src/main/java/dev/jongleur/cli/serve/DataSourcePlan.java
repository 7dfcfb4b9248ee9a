package dev.jongleur.cli.serve;

import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.json.project.LoopBackProject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The data sources that a project's models are on, with the settings they are opened with. */
final class DataSourcePlan {
  private static final String HINT =
      " With --embedded every model is put on embedded H2 instead, to try the project.";

  private final Map<String, Settings> settings = new LinkedHashMap<>();

  private DataSourcePlan() {}

  /**
   * Data sources as the project declares them, or all of them embedded.
   *
   * @param connectors the names of the connectors there are
   * @throws CommandFailure naming the data sources and connectors that are missing
   */
  static Map<String, Settings> of(
      LoopBackProject project, ServeRequest request, Set<String> connectors) {
    var plan = new DataSourcePlan();
    for (String name : used(project)) {
      Settings declared = project.dataSources().get(name);
      boolean stays = name.equals(LoopBackProject.TYPES) || !request.embedded();
      if (!stays) {
        plan.settings.put(name, below(request.data(), name, Settings.of("h2")));
      } else if (declared == null) {
        throw new CommandFailure(missingSource(project, name));
      } else {
        plan.settings.put(name, below(request.data(), name, declared));
      }
    }
    plan.check(connectors);
    return plan.settings;
  }

  /** Whether anything of it lies in the data directory. */
  static boolean isStored(Map<String, Settings> settings) {
    return settings.values().stream().anyMatch(one -> one.text("directory").isPresent());
  }

  private static Set<String> used(LoopBackProject project) {
    return project.blueprint().models().values().stream()
        .map(Placed::dataSource)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * An H2 that does not say where it is gets a directory of its own; relative ones lie there too.
   * So does memory that LoopBack would keep in a file.
   */
  private static Settings below(Path data, String name, Settings declared) {
    if (declared.connector().equals("memory") && declared.text("file").isPresent()) {
      String place = declared.text("directory").orElse(name);
      return declared.with("directory", data.resolve(place).toString());
    }
    boolean elsewhere = declared.text("url").isPresent() || declared.text("file").isPresent();
    if (!declared.connector().equals("h2") || elsewhere) {
      return declared;
    }
    Path directory = data.resolve(declared.text("directory").orElse(name));
    return declared.with("directory", directory.toString());
  }

  private void check(Set<String> connectors) {
    String missing =
        settings.entrySet().stream()
            .filter(source -> !connectors.contains(source.getValue().connector()))
            .map(source -> "\"" + source.getValue().connector() + "\" of " + source.getKey())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      String there = String.join(", ", new TreeSet<>(connectors));
      throw new CommandFailure(
          "There is no connector " + missing + " yet; there are " + there + "." + HINT);
    }
  }

  private static String missingSource(LoopBackProject project, String name) {
    String models =
        project.blueprint().models().values().stream()
            .filter(placed -> placed.dataSource().equals(name))
            .map(placed -> placed.definition().name())
            .collect(Collectors.joining(", "));
    return models + ": server/datasources.json has no data source \"" + name + "\"." + HINT;
  }
}
