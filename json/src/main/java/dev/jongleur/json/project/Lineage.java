package dev.jongleur.json.project;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.json.DefinitionJson;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads model files into definitions, each after the one it builds on. Used once. */
final class Lineage {
  private final ModelFiles files;
  private final Findings findings;
  private final Map<String, Optional<ModelDefinition>> done = new LinkedHashMap<>();
  private final Set<String> underway = new LinkedHashSet<>();

  private Lineage(ModelFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** The definitions that can be read, by name; the errors of the others are reported. */
  static Map<String, ModelDefinition> read(ModelFiles files, Findings findings) {
    var lineage = new Lineage(files, findings);
    files.byModel().values().forEach(lineage::resolve);
    var definitions = new LinkedHashMap<String, ModelDefinition>();
    for (String model : files.byModel().keySet()) {
      lineage
          .done
          .getOrDefault(model, Optional.empty())
          .ifPresent(definition -> definitions.put(model, definition));
    }
    return definitions;
  }

  private Optional<ModelDefinition> resolve(ModelFile file) {
    Optional<ModelDefinition> known = done.get(file.model());
    if (known != null) {
      return known;
    }
    underway.add(file.model());
    Optional<ModelDefinition> definition = read(file);
    underway.remove(file.model());
    done.put(file.model(), definition);
    return definition;
  }

  private Optional<ModelDefinition> read(ModelFile file) {
    Optional<String> base = base(file);
    if (base.isEmpty() || isLoopBacks(file, base.get())) {
      return read(file, false, ModelLookup.NONE);
    }
    if (underway.contains(base.get())) {
      findings.wrong(file.file(), "base: the models " + underway + " build on each other");
      return Optional.empty();
    }
    Optional<ModelFile> parent = files.find(base.get());
    Optional<ModelDefinition> inherited = parent.flatMap(this::resolve);
    // The errors of a base are told with the base; those of its heirs by themselves.
    boolean missing = parent.isPresent() && inherited.isEmpty();
    return read(file, !missing, name -> inherited);
  }

  private Optional<String> base(ModelFile file) {
    try {
      return file.base();
    } catch (DefinitionException e) {
      findings.wrong(file.file(), e);
      return Optional.empty();
    }
  }

  private boolean isLoopBacks(ModelFile file, String base) {
    boolean own = files.find(base).isPresent() && !base.equals(file.model());
    boolean foreign = BuiltIn.has(base) && !own;
    if (foreign) {
      findings.notice(
          file.file(),
          "LoopBack's own model "
              + base
              + " is not served: \""
              + file.model()
              + "\" is a plain model, with "
              + BuiltIn.missingWithout(base));
    }
    return foreign;
  }

  private Optional<ModelDefinition> read(ModelFile file, boolean inherits, ModelLookup bases) {
    try {
      return Optional.of(
          DefinitionJson.read(inherits ? file.content() : file.withoutBase(), bases));
    } catch (DefinitionException e) {
      findings.wrong(file.file(), e);
      return Optional.empty();
    }
  }
}
