package dev.jongleur.memory;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.entity.Nothing;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Order;
import dev.jongleur.query.Where;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes definitions with indexes, rows of few values so that many are equal, and questions. */
final class RandomRows {
  private static final List<PropertyType> TYPES =
      List.of(
          ScalarType.STRING,
          ScalarType.NUMBER,
          ScalarType.BOOLEAN,
          ScalarType.DATE,
          ScalarType.LONG,
          DecimalType.DECIMAL,
          ScalarType.DATEONLY,
          ScalarType.ANY,
          ScalarType.STRING.list(),
          ScalarType.OBJECT);

  private static final List<Operator> OPERATORS =
      List.of(
          Operator.EQ,
          Operator.EQ,
          Operator.EQ,
          Operator.NEQ,
          Operator.GT,
          Operator.GTE,
          Operator.LT,
          Operator.LTE,
          Operator.BETWEEN,
          Operator.INQ,
          Operator.INQ,
          Operator.NIN,
          Operator.LIKE,
          Operator.NLIKE);

  private static final List<String> TEXTS =
      List.of("", "a", "A", "ab", "aB", "abc", "B", "b", "1", "é", "a\uffff");

  private final Random random;

  RandomRows(Random random) {
    this.random = random;
  }

  ModelDefinition definition() {
    return ModelDefinition.of("Row", this::define);
  }

  private void define(ModelBuilder row) {
    row.strict(random.nextBoolean() ? Strict.OPEN : Strict.REFUSE);
    int properties = 2 + random.nextInt(4);
    for (int i = 0; i < properties; i++) {
      PropertyType type = TYPES.get(random.nextInt(random.nextInt(3) == 0 ? TYPES.size() : 7));
      Property property = Property.of("p" + i, type);
      row.property(random.nextBoolean() ? property.with("index", index()) : property);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      String[] paths = paths(properties);
      row.index(random.nextInt(3) == 0 ? Index.hash("i" + i, paths) : Index.of("i" + i, paths));
    }
    defineId(row);
  }

  private Object index() {
    return random.nextInt(3) == 0 ? Map.of("type", "hash") : true;
  }

  private void defineId(ModelBuilder row) {
    switch (random.nextInt(5)) {
      case 0 -> row.property(Property.of("id", ScalarType.STRING).asId(1).asGenerated());
      case 1 ->
          row.property(Property.of("p0", ScalarType.NUMBER).asId(1))
              .property(Property.of("k", ScalarType.STRING).asId(2));
      case 2 -> row.injectId(false);
      default -> {}
    }
  }

  private String[] paths(int properties) {
    String[] paths = new String[1 + random.nextInt(2)];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "p" + (random.nextInt(properties) + i) % properties;
    }
    return paths.length == 2 && paths[0].equals(paths[1]) ? new String[] {paths[0]} : paths;
  }

  private long number;

  Entity row(ModelDefinition model) {
    var values = new LinkedHashMap<String, @Nullable Object>(values(model));
    for (Property property : model.properties()) {
      if (property.isId() && model.shape().keySize() > 1) {
        values.put(property.name(), property.name().equals("k") ? "k" + ++number : number % 4);
      }
    }
    return EntityReader.of(model, ModelLookup.NONE).read(values);
  }

  /** Typed values, as a store is given them; never of an id. */
  Map<String, @Nullable Object> values(ModelDefinition model) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (Property property : model.properties()) {
      if (!property.isId() && random.nextInt(4) > 0) {
        Object value = random.nextInt(6) == 0 ? null : value(property.type());
        values.put(property.name(), value == null ? Nothing.NULL : value);
      }
    }
    return values;
  }

  private Object value(PropertyType type) {
    return switch (type) {
      case ScalarType scalar when scalar == ScalarType.NUMBER -> number();
      case ScalarType scalar when scalar == ScalarType.BOOLEAN -> random.nextBoolean();
      case ScalarType scalar when scalar == ScalarType.DATE ->
          Instant.ofEpochMilli(random.nextInt(5));
      case ScalarType scalar when scalar == ScalarType.LONG -> (1L << 53) + random.nextInt(3);
      case ScalarType scalar when scalar == ScalarType.DATEONLY ->
          LocalDate.ofEpochDay(random.nextInt(5));
      case DecimalType decimal -> new BigDecimal("0." + random.nextInt(4));
      case ScalarType scalar when scalar == ScalarType.OBJECT -> Map.of("a", number());
      case ScalarType scalar when scalar == ScalarType.ANY ->
          random.nextBoolean() ? number() : text();
      case ScalarType scalar -> text();
      default -> List.of(text(), text());
    };
  }

  private Object number() {
    return switch (random.nextInt(12)) {
      case 0 -> 2.5;
      case 1 -> Double.NaN;
      case 2 -> Double.POSITIVE_INFINITY;
      case 3 -> -1L;
      default -> (long) random.nextInt(6);
    };
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  Filter filter(ModelDefinition model) {
    Filter filter = Filter.of(where(model));
    for (int i = random.nextInt(3); i > 0; i--) {
      var keys = new ArrayList<>(filter.order());
      keys.add(new Order(path(model), random.nextBoolean(), random.nextInt(4) == 0));
      filter = filter.withOrder(keys);
    }
    if (random.nextBoolean()) {
      filter = filter.limit(1 + random.nextInt(8));
    }
    return random.nextInt(3) == 0 ? filter.skip(random.nextInt(5)) : filter;
  }

  Where where(ModelDefinition model) {
    return where(model, 2);
  }

  private Where where(ModelDefinition model, int depth) {
    int kind = depth == 0 ? 9 : random.nextInt(10);
    return switch (kind) {
      case 0 -> Where.all();
      case 1, 2, 3, 4 -> new Where.And(parts(model, depth));
      case 5, 6 -> new Where.Or(parts(model, depth));
      case 7 -> new Where.Nor(parts(model, depth));
      default -> comparison(model);
    };
  }

  private List<Where> parts(ModelDefinition model, int depth) {
    var parts = new ArrayList<Where>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      parts.add(where(model, depth - 1));
    }
    return parts;
  }

  private String path(ModelDefinition model) {
    return random.nextInt(12) == 0
        ? "unknown"
        : model.shape().property(random.nextInt(model.shape().size())).name();
  }

  private Where comparison(ModelDefinition model) {
    String path = path(model);
    Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    return new Where.Comparison(path, operator, operand(model, path, operator));
  }

  private @Nullable Object operand(ModelDefinition model, String path, Operator operator) {
    return switch (operator) {
      case LIKE, NLIKE -> List.of("a%", "ab_%", "%", "a", "\\%a", "é%").get(random.nextInt(6));
      case BETWEEN -> List.of(typed(model, path), typed(model, path));
      case INQ, NIN -> several(model, path);
      default -> random.nextInt(8) == 0 ? null : typed(model, path);
    };
  }

  private List<@Nullable Object> several(ModelDefinition model, String path) {
    var values = new ArrayList<@Nullable Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(random.nextInt(8) == 0 ? null : typed(model, path));
    }
    return values;
  }

  /** By the property's type, as a rule. */
  private Object typed(ModelDefinition model, String path) {
    PropertyType type = model.property(path).map(Property::type).orElse(ScalarType.STRING);
    return random.nextInt(12) == 0 ? value(TYPES.get(random.nextInt(7))) : value(type);
  }
}
