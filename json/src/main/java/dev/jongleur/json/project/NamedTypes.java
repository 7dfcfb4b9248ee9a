package dev.jongleur.json.project;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import java.util.LinkedHashSet;
import java.util.Set;

/** The models that the properties of a model are made of. */
final class NamedTypes {
  private NamedTypes() {}

  static Set<String> of(ModelDefinition model) {
    var names = new LinkedHashSet<String>();
    model.properties().stream().map(Property::type).forEach(type -> collect(type, names));
    return names;
  }

  private static void collect(PropertyType type, Set<String> names) {
    switch (type) {
      case ScalarType scalar -> {}
      case DecimalType decimal -> {}
      case EnumType constants -> {}
      case CustomType custom -> {}
      case ListType list -> collect(list.item(), names);
      case ModelType named -> names.add(named.model());
      case InlineType inline -> names.addAll(of(inline.definition()));
    }
  }
}
