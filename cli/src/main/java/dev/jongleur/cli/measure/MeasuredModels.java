package dev.jongleur.cli.measure;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.definition.ScalarType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The models of a measured application: each has ten properties, between them the usual types. */
public final class MeasuredModels {
  /** The property in which every row says whose it is. */
  public static final String OWNER = "owner";

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  /** So many models have one index between them. */
  private static final int MODELS_AN_INDEX = 4;

  private MeasuredModels() {}

  /** So many models, all on one data source. */
  public static Blueprint blueprint(String dataSource, int models) {
    return Blueprint.of(
        dataSource, IntStream.range(0, models).mapToObj(MeasuredModels::definition).toList());
  }

  public static String name(int model) {
    return "Model" + model;
  }

  /** A definition made anew, equal to every other one of this number. */
  public static ModelDefinition definition(int model) {
    return builder(model).build();
  }

  /** One to which something can be added. */
  public static ModelBuilder builder(int model) {
    boolean indexed = model % MODELS_AN_INDEX == 0;
    PropertyOption[] code = indexed ? options(PropertyOption.index()) : options();
    return ModelDefinition.named(name(model))
        .property(OWNER, ScalarType.STRING, PropertyOption.required())
        .property("code", ScalarType.STRING, code)
        .property("title", ScalarType.STRING)
        .property("notes", ScalarType.TEXT)
        .property("number", ScalarType.NUMBER)
        .property("price", ScalarType.NUMBER, PropertyOption.defaultTo(0))
        .property("open", ScalarType.BOOLEAN)
        .property("placed", ScalarType.DATE)
        .property("tags", ScalarType.STRING.list())
        .property("extra", ScalarType.OBJECT);
  }

  private static PropertyOption[] options(PropertyOption... options) {
    return options;
  }

  /** A row of any of them, with a value for each property. */
  public static Map<String, Object> row(String owner, long number) {
    return Map.of(
        "owner",
        owner,
        "code",
        "C-" + number,
        "title",
        "No. " + number + " of " + owner,
        "notes",
        "to be kept dry and cool",
        "number",
        number,
        "price",
        number + 0.25,
        "open",
        number % 2 == 0,
        "placed",
        NOON,
        "tags",
        List.of("fragile", "gift"),
        "extra",
        Map.of("size", number % 5));
  }
}
