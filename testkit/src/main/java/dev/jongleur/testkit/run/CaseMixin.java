package dev.jongleur.testkit.run;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.json.DefinitionJson;
import dev.jongleur.mixin.Contribution;
import dev.jongleur.mixin.Mixin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mixin as a case defines it (FORMAT section 3). */
record CaseMixin(Map<String, @Nullable Object> raw, Recorder recorder) implements Mixin {
  @Override
  public void contribute(Contribution to, Map<String, Object> options) {
    Map<String, @Nullable Object> said = part(to.definition().name(), options);
    ModelDefinition part = OwnRules.added(DefinitionJson.read(OwnRules.without(said)), said);
    part.properties().forEach(to.model()::property);
    part.validations().forEach(to.model()::validate);
    for (Map<String, @Nullable Object> step : Raw.maps(raw.get("observers"))) {
      var _ = to.observe(Recorder.hooks(step), recorder.observer(step));
    }
  }

  private Map<String, @Nullable Object> part(String model, Map<String, Object> options) {
    Map<String, @Nullable Object> properties = Raw.map(raw.get("properties"));
    Map<String, @Nullable Object> named = Raw.map(raw.get("propertyFromOption"));
    if (!named.isEmpty()) {
      properties.put(Raw.text(options.get(Raw.text(named.get("option")))), named.get("definition"));
    }
    var part = new LinkedHashMap<String, @Nullable Object>();
    part.put("name", model);
    part.put("idInjection", false);
    part.put("properties", properties);
    part.put("validations", raw.get("validations"));
    return part;
  }
}
