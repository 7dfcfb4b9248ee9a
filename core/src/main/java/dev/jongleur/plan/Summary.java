package dev.jongleur.plan;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Measure;
import dev.jongleur.query.Order;
import dev.jongleur.query.Where.Comparison;
import java.util.HashSet;
import java.util.List;

/**
 * Makes an aggregate ready for a store: what it is about is there, of a kind that the figure can be
 * worked out of, and not hidden; its having is typed as what the result holds.
 */
public final class Summary {
  private final ModelDefinition model;
  private final Ground ground;

  private Summary(Flags flags) {
    this.model = flags.model();
    this.ground = flags.ground();
  }

  /**
   * Checks what is asked of the groups, and reads the values of its having.
   *
   * @throws QueryException naming what cannot be asked
   */
  public static Aggregate ready(Aggregate asked, Flags flags) {
    var summary = new Summary(flags);
    summary.checkNames(asked);
    asked.groupBy().forEach(summary::checkGroup);
    asked.measures().forEach(summary::checkMeasure);
    Flags ofResult =
        new Flags(flags.options(), summary.result(asked), flags.dataSource(), flags.models());
    return asked.withHaving(Coercion.of(NotGiven.passOver(asked.having()), ofResult));
  }

  private void checkNames(Aggregate asked) {
    List<String> names = asked.names();
    if (names.isEmpty()) {
      throw new QueryException("An aggregate of \"" + model.name() + "\" asks for something.");
    }
    var met = new HashSet<String>();
    for (String name : names) {
      if (!met.add(name)) {
        throw new QueryException("An aggregate has two results called \"" + name + "\".");
      }
    }
    for (Comparison comparison : asked.having().comparisons()) {
      checkResult(names, comparison.path());
    }
    for (Order order : asked.order()) {
      checkResult(names, order.path());
    }
  }

  private static void checkResult(List<String> names, String path) {
    if (!names.contains(path)) {
      throw new QueryException(
          "\"having\" and \"order\" are about what the aggregate results in, "
              + names
              + ", not \""
              + path
              + "\".");
    }
  }

  private void checkGroup(String path) {
    PropertyType type = type(path);
    if (type instanceof ListType || isEmbedded(type)) {
      throw refused("grouped by", path, "holds no single value");
    }
  }

  private void checkMeasure(Measure measure) {
    if (measure.isOfRows()) {
      return;
    }
    PropertyType type = type(measure.path());
    String figure = measure.function().label();
    switch (measure.function()) {
      case COUNT -> {}
      case SUM, AVG -> {
        if (!mayBeNumber(type)) {
          throw refused(figure, measure.path(), "is no number");
        }
      }
      case MIN, MAX -> {
        if (type instanceof ListType || isEmbedded(type)) {
          throw refused(figure, measure.path(), "has no order");
        }
      }
    }
  }

  /** The result tells the values, so nothing hidden is in it, whoever asks. */
  private PropertyType type(String path) {
    Ground at = ground;
    for (String step : Ground.steps(path)) {
      if (at.definition().map(own -> own.settings().hidden().contains(step)).orElse(false)
          || model.settings().hidden().contains(step)) {
        throw refused("aggregated", path, "is hidden");
      }
      at = at.step(step);
    }
    String first = Ground.steps(path).getFirst();
    if (!model.isOpen() && model.property(first).isEmpty()) {
      throw new QueryException("\"" + model.name() + "\" has no property \"" + first + "\".");
    }
    return at.type();
  }

  private QueryException refused(String what, String path, String why) {
    return new QueryException(
        "\""
            + path
            + "\" of \""
            + model.name()
            + "\" cannot be asked for ("
            + what
            + "): it "
            + why
            + ".");
  }

  private static boolean isEmbedded(PropertyType type) {
    return type instanceof ModelType || type instanceof InlineType;
  }

  private static boolean mayBeNumber(PropertyType type) {
    return switch (type) {
      case DecimalType decimal -> true;
      case EnumType constants -> false;
      case CustomType custom -> mayBeNumber(custom.stored());
      case ListType list -> false;
      case ModelType named -> false;
      case InlineType inline -> false;
      case ScalarType scalar ->
          switch (scalar) {
            case NUMBER, INTEGER, LONG, ANY, JSON -> true;
            case STRING, BOOLEAN, DATE, DATEONLY, DATESTRING, UUID -> false;
            case BINARY, GEOPOINT, OBJECT, TEXT -> false;
          };
    };
  }

  /** The result as if it were a model, so that its values are read as any others. */
  private ModelDefinition result(Aggregate asked) {
    ModelBuilder result = ModelDefinition.named(model.name()).injectId(false);
    asked.groupBy().forEach(path -> result.property(Property.of(path, type(path))));
    for (Measure measure : asked.measures()) {
      result.property(Property.of(measure.name(), typeOf(measure)));
    }
    return result.build();
  }

  private PropertyType typeOf(Measure measure) {
    return switch (measure.function()) {
      case COUNT -> ScalarType.LONG;
      case SUM, AVG ->
          type(measure.path()) == ScalarType.NUMBER ? ScalarType.NUMBER : DecimalType.DECIMAL;
      case MIN, MAX -> type(measure.path());
    };
  }
}
