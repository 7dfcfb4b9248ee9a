package dev.jongleur.json;

import dev.jongleur.definition.DefinitionFormat;
import dev.jongleur.definition.ModelDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps definitions in LoopBack's definition language. Stateless. */
public final class LoopBackFormat implements DefinitionFormat {
  /** For the service loader. */
  public LoopBackFormat() {}

  @Override
  public Map<String, Object> write(ModelDefinition definition) {
    return DefinitionJson.write(definition);
  }

  @Override
  public ModelDefinition read(Map<String, ? extends @Nullable Object> written) {
    return ModelReader.readWhole(written);
  }
}
