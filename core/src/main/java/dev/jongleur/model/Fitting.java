package dev.jongleur.model;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Strict;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a definition fit the data source that it is on: a generated id is of a type that the
 * connector makes (F-078), embedded values are as strict as the data source says (F-108).
 */
public final class Fitting {
  private final Connector connector;
  private final boolean filtersEmbedded;

  private Fitting(Connector connector, boolean filtersEmbedded) {
    this.connector = connector;
    this.filtersEmbedded = filtersEmbedded;
  }

  /** The definition as the data source has it; itself where it fits. */
  public static ModelDefinition of(
      ModelDefinition definition, Settings settings, Connector connector) {
    boolean strict = settings.text("strictEmbeddedModels").filter(said -> !no(said)).isPresent();
    return new Fitting(connector, strict).fit(definition);
  }

  private static boolean no(String said) {
    return said.equals("false");
  }

  private ModelDefinition fit(ModelDefinition definition) {
    List<Property> changed = new ArrayList<>();
    for (Property property : definition.properties()) {
      PropertyType type = type(property);
      if (!type.equals(property.type())) {
        changed.add(property.withType(type));
      }
    }
    if (changed.isEmpty()) {
      return definition;
    }
    var builder = definition.toBuilder();
    changed.forEach(builder::property);
    return builder.build();
  }

  private PropertyType type(Property property) {
    boolean own = Boolean.FALSE.equals(property.attributes().get("useDefaultIdType"));
    if (property.isId() && property.generated() && !own) {
      return connector.generatedType(property);
    }
    return filtersEmbedded ? strict(property.type()) : property.type();
  }

  /** There is nobody to be told of what is not defined in an embedded value: it is dropped. */
  private PropertyType strict(PropertyType type) {
    return switch (type) {
      case InlineType(ModelDefinition inner) ->
          new InlineType(fit(inner).toBuilder().strict(Strict.FILTER).build());
      case ListType(PropertyType item) -> strict(item).list();
      default -> type;
    };
  }
}
