package dev.jongleur.json.schema;

import static dev.jongleur.definition.ValidationOption.allowBlank;
import static dev.jongleur.definition.ValidationOption.allowNull;

import dev.jongleur.definition.Default;
import dev.jongleur.definition.Default.Literal;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Upkeep;
import dev.jongleur.definition.Validation;
import java.util.Map;

/** A property as it is sent: its type, and what the rules of the model demand of it. */
final class SentProperty {
  private final ModelDefinition definition;
  private final Property property;
  private final Purpose purpose;
  private final Demands demands;

  SentProperty(ModelDefinition definition, Property property, Purpose purpose) {
    this.definition = definition;
    this.property = property;
    this.purpose = purpose;
    this.demands = new Demands(property.type(), purpose);
    if (!isPassedOver()) {
      addRules();
    }
  }

  private void addRules() {
    if (property.required()) {
      demands.add(Validation.of(property.name(), Validation.presence()));
    }
    if (property.attributes().get("length") instanceof Number most && most.intValue() > 0) {
      demands.add(column(most.intValue()));
    }
    for (Validation rule : definition.validations()) {
      if (rule.property().equals(property.name())) {
        demands.add(rule);
      }
    }
  }

  /** What fits into the column, where there is one (F-042). */
  private Validation column(int most) {
    return Validation.of(name(), Validation.maxLength(most), allowNull(), allowBlank());
  }

  Map<String, Object> schema(NestedModels nested) {
    var shape = new PropertySchema(property, purpose, nested);
    Map<String, Object> schema = demands.onto(shape.schema(isNullable()));
    if (purpose.isWhole() && hasDefault() && property.initial() instanceof Literal(Object value)) {
      schema.put("default", Plain.of(value));
    }
    return shape.overruled(PropertySchema.readOnly(schema, isPassedOver()));
  }

  /** Whether what is sent has to have it: not where Jongleur, a default or a scope sees to it. */
  boolean isRequired() {
    boolean isFilledIn = hasDefault() || Forced.names(definition).contains(name());
    return purpose.isWhole() && !isFilledIn && (isPartOfKey() || isDemanded());
  }

  private boolean hasDefault() {
    return switch (property.initial()) {
      case Default.None _ -> false;
      case Literal _ -> property.appliesDefault() && property.keepsDefault();
      case Default.Made _ -> true;
    };
  }

  private boolean isDemanded() {
    return definition.settings().nullsAbsent() ? demands.refuseNull() : demands.refuseNothing();
  }

  private boolean isPartOfKey() {
    return purpose == Purpose.CREATE && property.isId() && definition.keyProperties().size() > 1;
  }

  private boolean isNullable() {
    return !demands.refuseNull() && (!property.isId() || property.generated());
  }

  /** What is said of these is passed over; but a change tells which version it saw. */
  private boolean isPassedOver() {
    Upkeep upkeep = definition.upkeep();
    boolean isSeen = purpose != Purpose.CREATE && upkeep.version().equals(name());
    return upkeep.keeps(name()) && !isSeen;
  }

  private String name() {
    return property.name();
  }
}
