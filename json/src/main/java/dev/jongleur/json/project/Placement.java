package dev.jongleur.json.project;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which model is on which data source and which are shown, as model-config.json says. Models that
 * are on none and are the type of somebody's property are placed where nothing is stored.
 */
final class Placement {
  private final Map<String, ModelDefinition> definitions;
  private final ModelFiles files;
  private final Findings findings;
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private final Map<String, String> paths = new LinkedHashMap<>();

  private Placement(Map<String, ModelDefinition> definitions, ModelFiles files, Findings findings) {
    this.definitions = definitions;
    this.files = files;
    this.findings = findings;
  }

  static Placement of(
      ModelConfig config,
      Map<String, ModelDefinition> definitions,
      ModelFiles files,
      Findings findings) {
    var placement = new Placement(definitions, files, findings);
    config.entries().forEach(placement::place);
    placement.placeTypes();
    placement.nameTheRest(config);
    return placement;
  }

  Blueprint blueprint() {
    return new Blueprint(placed);
  }

  /** The public models by name, each with its path. */
  Map<String, String> paths() {
    return paths;
  }

  private void place(String model, ModelConfig.Entry entry) {
    ModelDefinition definition = definitions.get(model);
    if (definition == null) {
      nameMissing(model);
    } else if (entry.dataSource().isPresent() && !isHollow(model)) {
      placed.put(model, new Placed(definition, entry.dataSource().get()));
      if (entry.isPublic()) {
        show(definition);
      }
    }
  }

  private void nameMissing(String model) {
    if (BuiltIn.has(model)) {
      findings.notice(ModelConfig.FILE, "LoopBack's own model " + model + " is not served");
    } else if (files.find(model).isEmpty()) {
      findings.notice(ModelConfig.FILE, "there is no file of the model " + model);
    }
  }

  /** Whether a model is nothing without the model of LoopBack's that it builds on. */
  private boolean isHollow(String model) {
    Optional<ModelFile> file = files.find(model);
    boolean hollow =
        file.flatMap(ModelFile::base).filter(BuiltIn::has).isPresent()
            && file.filter(ModelFile::hasProperties).isEmpty();
    file.filter(known -> hollow)
        .ifPresent(known ->
            findings.notice(known.file(), "it has no properties of its own and is left out"));
    return hollow;
  }

  private void show(ModelDefinition model) {
    String path = RestPath.of(model).orElseGet(() -> fallback(model));
    String taken = firstAt(path);
    if (taken.isEmpty()) {
      paths.put(model.name(), path);
    } else {
      findings.wrong(
          ModelConfig.FILE, model.name() + " and " + taken + " have the same path /" + path);
    }
  }

  private String fallback(ModelDefinition model) {
    findings.notice(fileOf(model.name()), "http.path: paths have one part; it is under its plural");
    return model.plural();
  }

  private String firstAt(String path) {
    return paths.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(path))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Types of the placed models' properties, and of theirs in turn. */
  private void placeTypes() {
    var left = new ArrayDeque<>(placed.values());
    while (!left.isEmpty()) {
      for (String type : NamedTypes.of(left.remove().definition())) {
        ModelDefinition definition = definitions.get(type);
        if (definition != null && !placed.containsKey(type)) {
          var found = new Placed(definition, LoopBackProject.TYPES);
          placed.put(type, found);
          left.add(found);
        }
      }
    }
  }

  /** Models on no data source are named, unless others build on them. */
  private void nameTheRest(ModelConfig config) {
    for (String model : definitions.keySet()) {
      boolean isBase = files.byModel().values().stream().anyMatch(f -> isBaseOf(f, model));
      boolean known = placed.containsKey(model) || isBase || isHollow(model);
      if (!known) {
        String why =
            config.entries().containsKey(model) ? "it is on no data source" : "it is not named";
        findings.notice(fileOf(model), why + " in " + ModelConfig.FILE + " and is not served");
      }
    }
  }

  private boolean isBaseOf(ModelFile file, String model) {
    return definitions.containsKey(file.model()) && file.base().filter(model::equals).isPresent();
  }

  private String fileOf(String model) {
    return files.find(model).map(ModelFile::file).orElse(ModelConfig.FILE);
  }
}
