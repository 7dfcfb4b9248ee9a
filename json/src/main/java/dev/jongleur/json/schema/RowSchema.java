package dev.jongleur.json.schema;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Relation;
import java.util.LinkedHashMap;
import java.util.Map;

/** The schema of a model's rows, for one purpose. */
record RowSchema(ModelDefinition definition, Purpose purpose, NestedModels nested) {

  Map<String, Object> schema() {
    var object = new ObjectSchema(definition);
    definition.properties().forEach(property -> add(property, object));
    if (!purpose.isSent()) {
      definition.relations().values().stream()
          .filter(relation -> !isHidden(relation.name()))
          .forEach(relation -> object.put(relation.name(), included(relation)));
    }
    return object.finish(isOpen());
  }

  private void add(Property property, ObjectSchema object) {
    String name = property.name();
    if (!purpose.isSent()) {
      addShown(property, object);
    } else if (purpose == Purpose.CREATE && definition.isUpdateOnly(property)) {
      addRefused(property, object);
    } else {
      var sent = new SentProperty(definition, property, purpose);
      object.put(name, sent.schema(nested));
      if (sent.isRequired()) {
        object.require(name);
      }
    }
  }

  private void addShown(Property property, ObjectSchema object) {
    if (isHidden(property.name())) {
      return;
    }
    boolean isKept = definition.upkeep().keeps(property.name());
    var schema = new PropertySchema(property, Purpose.READ, nested);
    object.put(property.name(), schema.shown(!property.isId(), property.generated() || isKept));
    if (property.isId()) {
      object.require(property.name());
    }
  }

  /** A closed model takes no value for what it does not name; an open one has to be told. */
  private void addRefused(Property property, ObjectSchema object) {
    if (isOpen()) {
      var none = new LinkedHashMap<String, Object>();
      none.put("type", "null");
      object.put(property.name(), PropertySchema.readOnly(none, true));
    }
  }

  /** A relation's rows are there where they were included, and are described by their model. */
  private static Map<String, Object> included(Relation relation) {
    var rows = new LinkedHashMap<String, Object>();
    boolean isMany =
        switch (relation.kind()) {
          case HAS_MANY, HAS_AND_BELONGS_TO_MANY, REFERENCES_MANY, EMBEDS_MANY -> true;
          case BELONGS_TO, HAS_ONE, EMBEDS_ONE -> false;
        };
    rows.put("type", isMany ? "array" : "object");
    if (isMany) {
      rows.put("items", Map.of("type", "object"));
    }
    rows.put("description", "Where it is included: of " + relation.kind().label() + ".");
    return rows;
  }

  private boolean isHidden(String name) {
    return definition.settings().hidden().contains(name);
  }

  /** What is sent beside the properties is dropped by a model that filters, not refused. */
  private boolean isOpen() {
    return switch (definition.settings().strict()) {
      case OPEN -> true;
      case REFUSE -> false;
      case FILTER -> purpose.isSent();
    };
  }
}
