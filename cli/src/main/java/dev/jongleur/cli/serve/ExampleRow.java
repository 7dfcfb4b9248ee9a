package dev.jongleur.cli.serve;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.Default;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Absence;
import dev.jongleur.definition.Validation.Inclusion;
import dev.jongleur.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A row that a model takes, as JSON: what it requires, and no more. For show. */
final class ExampleRow {
  private final ModelDefinition model;

  private ExampleRow(ModelDefinition model) {
    this.model = model;
  }

  static String of(ModelDefinition model) {
    var example = new ExampleRow(model);
    var row = new LinkedHashMap<String, Object>();
    for (Property property : model.properties()) {
      if (example.needs(property)) {
        row.put(property.name(), example.value(property));
      }
    }
    // Stands between single quotes on a command line.
    return JsonWriter.text(row).replace("'", "\\u0027");
  }

  private boolean needs(Property property) {
    boolean own = property.isId() || property.required() || isRuled(property);
    return own && !property.generated() && property.initial().equals(Default.NONE);
  }

  /** Most rules do not let a value be left out, unless they say so. */
  private boolean isRuled(Property property) {
    return validations(property)
        .anyMatch(rule -> !rule.terms().allowBlank() && !(rule.rule() instanceof Absence));
  }

  private Object value(Property property) {
    return validations(property)
        .map(Validation::rule)
        .filter(Inclusion.class::isInstance)
        .flatMap(rule -> ((Inclusion) rule).in().stream())
        .findFirst()
        .orElseGet(() -> byType(property));
  }

  private static Object byType(Property property) {
    return byType(property.type(), property.name());
  }

  private static Object byType(PropertyType type, String name) {
    return switch (type) {
      case ScalarType scalar -> scalar(scalar, name);
      case DecimalType decimal -> "1";
      case EnumType constants -> constants.values().getFirst();
      case CustomType custom -> byType(custom.stored(), name);
      case ListType list -> List.of();
      case ModelType named -> Map.of();
      case InlineType inline -> Map.of();
    };
  }

  private static Object scalar(ScalarType type, String name) {
    return switch (type) {
      case STRING, TEXT, ANY, JSON -> "new " + name;
      case NUMBER, INTEGER, LONG -> 1;
      case UUID -> "00000000-0000-4000-8000-000000000001";
      case BOOLEAN -> true;
      case DATE, DATEONLY, DATESTRING -> "2026-01-31";
      case BINARY -> "";
      case GEOPOINT -> Map.of("lat", 38.7, "lng", -9.1);
      case OBJECT -> Map.of();
    };
  }

  private Stream<Validation> validations(Property property) {
    return model.validations().stream()
        .filter(validation -> validation.property().equals(property.name()));
  }
}
