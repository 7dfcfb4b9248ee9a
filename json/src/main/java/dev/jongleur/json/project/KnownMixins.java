package dev.jongleur.json.project;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which of the mixins that models name can be applied; the others are told and left out. */
final class KnownMixins {
  private static final String SETTING = "mixins";

  private final Set<String> registered;
  private final ModelFiles files;
  private final Findings findings;

  /**
   * For a project.
   *
   * @param registered the names of the mixins that the program registers
   */
  KnownMixins(Set<String> registered, ModelFiles files, Findings findings) {
    this.registered = registered;
    this.files = files;
    this.findings = findings;
  }

  /** The blueprint, of which every mixin is one that is registered, or one of its models. */
  Blueprint of(Blueprint blueprint) {
    var kept = new LinkedHashMap<String, Placed>();
    blueprint
        .models()
        .forEach((name, placed) ->
            kept.put(name, new Placed(of(placed.definition(), blueprint), placed.dataSource())));
    return new Blueprint(kept);
  }

  private ModelDefinition of(ModelDefinition model, Blueprint blueprint) {
    if (!(model.settings().others().get(SETTING) instanceof Map<?, ?> named)) {
      return model;
    }
    var known = new LinkedHashMap<String, Object>();
    named.forEach((name, use) -> {
      String mixin = String.valueOf(name);
      if (registered.contains(mixin) || blueprint.models().containsKey(mixin)) {
        known.put(mixin, use);
      } else if (!Boolean.FALSE.equals(use)) {
        tell(model, mixin);
      }
    });
    return known.size() == named.size() ? model : model.toBuilder().setting(SETTING, known).build();
  }

  private void tell(ModelDefinition model, String mixin) {
    String file = files.find(model.name()).map(ModelFile::file).orElse(ModelConfig.FILE);
    findings.notice(file, "mixins." + mixin + ": there is no such mixin; it is not applied");
  }
}
