package dev.jongleur.json.schema;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import java.util.Map;

/**
 * The schema of a model's values within others. What is sent is always a whole value, also where
 * the row around it is only changed.
 */
record ValueSchema(ModelDefinition definition, Purpose purpose, NestedModels nested) {

  Map<String, Object> schema() {
    var object = new ObjectSchema(definition);
    for (Property property : definition.properties()) {
      if (purpose.isSent()) {
        addSent(property, object);
      } else if (!isLeftOut(property.name())) {
        var schema = new PropertySchema(property, Purpose.READ, nested);
        object.put(property.name(), schema.shown(true, false));
      }
    }
    return object.finish(isOpen());
  }

  private void addSent(Property property, ObjectSchema object) {
    if (property.isId()) {
      var schema = new PropertySchema(property, Purpose.CREATE, nested);
      object.put(property.name(), schema.shown(true, false));
      return;
    }
    var sent = new SentProperty(definition, property, Purpose.CREATE);
    object.put(property.name(), sent.schema(nested));
    if (sent.isRequired()) {
      object.require(property.name());
    }
  }

  private boolean isLeftOut(String name) {
    return definition.settings().hidden().contains(name)
        || definition.settings().sheltered().contains(name);
  }

  /** Values within others keep what is not defined, unless it is filtered: nobody refuses it. */
  private boolean isOpen() {
    return switch (definition.settings().strict()) {
      case OPEN -> true;
      case REFUSE -> !purpose.isSent();
      case FILTER -> purpose.isSent();
    };
  }
}
