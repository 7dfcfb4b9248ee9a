package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import java.util.Map;

/** Small models to test with. */
final class Models {
  private Models() {}

  static ModelDefinition person() {
    return ModelDefinition.of(
        "Person",
        model ->
            model
                .strict(Strict.FILTER)
                .property("name", ScalarType.STRING)
                .property("age", ScalarType.NUMBER));
  }

  static ModelDefinition open(ModelDefinition model) {
    return model.toBuilder().strict(Strict.OPEN).build();
  }

  static ModelDefinition with(ModelDefinition model, Property property) {
    return model.toBuilder().property(property).build();
  }

  static Property unique(String name) {
    return Property.of(name, ScalarType.STRING).with("index", Map.of("unique", true));
  }
}
