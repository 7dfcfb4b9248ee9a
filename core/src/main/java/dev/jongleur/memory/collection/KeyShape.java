package dev.jongleur.memory.collection;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Shape;
import java.util.ArrayList;
import java.util.List;

/** What the ids of a model are made of: rows of models alike in this lie under keys alike. */
record KeyShape(List<Part> parts) {
  record Part(String property, PropertyType type) {}

  List<String> names() {
    return parts.stream().map(Part::property).toList();
  }

  static KeyShape of(ModelDefinition model) {
    Shape shape = model.shape();
    var parts = new ArrayList<Part>(shape.keySize());
    for (int part = 0; part < shape.keySize(); part++) {
      Property property = shape.property(shape.keySlot(part));
      parts.add(new Part(property.name(), property.type()));
    }
    return new KeyShape(List.copyOf(parts));
  }
}
