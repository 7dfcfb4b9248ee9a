package dev.jongleur.json.project;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.error.DefinitionException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A LoopBack 3 project, read as it is. Immutable.
 *
 * @param blueprint the models that are on a data source, and those that their properties are made
 *     of
 * @param dataSources the settings of every data source, by name
 * @param publicModels the models that REST shows, each with its path, in the order of
 *     model-config.json
 * @param apiRoot where REST shows them: {@code restApiRoot} of config.json, or {@code /api}
 * @param tenants Jongleur's own addition: the names in {@code server/tenants.json}
 * @param rows what LoopBack's memory connector kept in files
 * @param notices what of the project is not served
 */
public record LoopBackProject(
    Path directory,
    Blueprint blueprint,
    Map<String, Settings> dataSources,
    Map<String, String> publicModels,
    String apiRoot,
    List<String> tenants,
    KeptRows rows,
    List<Notice> notices) {

  /** The data source of models that are only types of properties: nothing is stored there. */
  public static final String TYPES = "transient";

  public LoopBackProject {
    dataSources = Collections.unmodifiableMap(new LinkedHashMap<>(dataSources));
    publicModels = Collections.unmodifiableMap(new LinkedHashMap<>(publicModels));
    tenants = List.copyOf(tenants);
    notices = List.copyOf(notices);
  }

  /**
   * Reads a project.
   *
   * @throws DefinitionException when the directory holds none, or listing everything that is wrong
   *     in its files
   */
  public static LoopBackProject read(Path directory) {
    return read(directory, Set.of());
  }

  /**
   * Reads a project for a program that has mixins of its own; others that models name are notices,
   * and left out.
   *
   * @param mixins the names that the program registers them under
   * @throws DefinitionException when the directory holds none, or listing everything that is wrong
   *     in its files
   */
  public static LoopBackProject read(Path directory, Set<String> mixins) {
    Path root = directory.toAbsolutePath().normalize();
    var files = new ProjectFiles(root, new Findings());
    if (!files.has(ModelConfig.FILE)) {
      throw new DefinitionException(
          root
              + " holds no LoopBack project: it needs "
              + ModelConfig.FILE
              + " (which model is on "
              + "which data source), "
              + DataSourcesFile.FILE
              + " and model files in common/models "
              + "or server/models.");
    }
    return read(files, mixins);
  }

  /** The name of its directory. */
  public String name() {
    return Optional.ofNullable(directory.getFileName()).map(Path::toString).orElse("project");
  }

  private static LoopBackProject read(ProjectFiles files, Set<String> mixins) {
    Findings findings = files.findings();
    ModelConfig config = ModelConfig.read(files);
    ModelFiles models = ModelFiles.read(files, config.folders());
    Map<String, Settings> dataSources = DataSourcesFile.read(files);
    List<String> tenants = files.texts("server/tenants.json");
    Placement placement = Placement.of(config, Lineage.read(models, findings), models, findings);
    Blueprint blueprint = new KnownMixins(mixins, models, findings).of(placement.blueprint());
    NotServed.name(models, blueprint, findings);
    Leftovers.name(files);
    String apiRoot = ConfigFile.apiRoot(files);
    KeptRows rows = DataSourcesFile.rows(files, dataSources, blueprint);
    findings.finish(files.root());
    return new LoopBackProject(
        files.root(),
        blueprint,
        withTypes(dataSources, blueprint),
        placement.paths(),
        apiRoot,
        tenants,
        rows,
        findings.notices());
  }

  /** LoopBack's transient data source, which stores nothing, where a model needs it. */
  private static Map<String, Settings> withTypes(
      Map<String, Settings> dataSources, Blueprint blueprint) {
    var all = new LinkedHashMap<>(dataSources);
    boolean needed =
        blueprint.models().values().stream().anyMatch(placed -> placed.dataSource().equals(TYPES));
    if (needed) {
      all.put(TYPES, Settings.of("transient"));
    }
    return all;
  }
}
