package dev.jongleur.jdbc;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Measure;
import dev.jongleur.query.Near;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Order;
import dev.jongleur.query.Regexp;
import dev.jongleur.query.Where;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Definitions, rows and questions by chance, from values that like to meet each other. */
final class RandomData {
  private static final List<String> NAMES =
      List.of("a", "B", "select", "q\"; drop table x--", "ü;~;", "__x", "a b");

  private static final List<PropertyType> TYPES =
      List.of(
          ScalarType.STRING,
          ScalarType.STRING,
          ScalarType.NUMBER,
          ScalarType.NUMBER,
          ScalarType.INTEGER,
          ScalarType.LONG,
          DecimalType.DECIMAL,
          DecimalType.decimal(12, 2),
          ScalarType.DATEONLY,
          ScalarType.UUID,
          EnumType.enumeration("", "a", "B", "5"),
          ScalarType.BOOLEAN,
          ScalarType.DATE,
          ScalarType.DATESTRING,
          ScalarType.BINARY,
          ScalarType.GEOPOINT,
          ScalarType.OBJECT,
          ScalarType.ANY,
          ScalarType.TEXT,
          new ListType(ScalarType.STRING),
          new ListType(ScalarType.NUMBER),
          new ListType(ScalarType.DATE),
          new ListType(ScalarType.LONG),
          new ListType(DecimalType.DECIMAL),
          new ListType(ScalarType.UUID));

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "b",
          "ab",
          "a%b",
          "a_b",
          "a!b",
          "a\\b",
          "5",
          "1.5",
          "NaN",
          "true",
          "é",
          "ß",
          "\uFF5E",
          "\uD83D\uDE00",
          "2020-01-01",
          "2020-01-01T00:00:00.000Z",
          "AQI=",
          "1,2",
          " a",
          "a ");

  private static final List<Number> NUMBERS =
      List.of(
          0L,
          1L,
          5L,
          -1L,
          1.5,
          2L,
          2020L,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          1e300,
          -0.0,
          9007199254740992L,
          0.1);

  private static final List<Long> LONGS =
      List.of(
          Long.MAX_VALUE,
          Long.MAX_VALUE - 1,
          Long.MIN_VALUE,
          9007199254740992L,
          9007199254740993L,
          -9007199254740993L,
          5L,
          0L,
          2020L);

  private static final List<BigDecimal> DECIMALS =
      List.of(
          new BigDecimal("5"),
          new BigDecimal("1.5"),
          new BigDecimal("0.1"),
          new BigDecimal("-0.10"),
          new BigDecimal("2020.00"),
          new BigDecimal("9007199254740993"),
          new BigDecimal("9223372036854775808"),
          new BigDecimal("0.1000000000000000000000000000001"),
          new BigDecimal("1e300"),
          new BigDecimal("1e-300"));

  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.EPOCH,
          LocalDate.of(2020, 1, 1),
          LocalDate.of(1, 1, 1),
          LocalDate.of(9999, 12, 31));

  private static final List<UUID> UUIDS =
      List.of(
          new UUID(0, 0),
          new UUID(-1, -1),
          new UUID(1, -1),
          UUID.fromString("123e4567-e89b-42d3-a456-556642440000"),
          UUID.fromString("f23e4567-e89b-42d3-a456-556642440000"));

  private static final List<Instant> INSTANTS =
      List.of(
          Instant.EPOCH,
          Instant.parse("2020-01-01T00:00:00Z"),
          Instant.parse("2020-01-01T00:00:00.001Z"),
          Instant.ofEpochMilli(-62_200_000_000_000L));

  private static final List<GeoPoint> POINTS =
      List.of(new GeoPoint(1, 2), new GeoPoint(0, 0), new GeoPoint(50, 8));

  private final Random random;

  RandomData(long seed) {
    this.random = new Random(seed);
  }

  ModelDefinition model() {
    ModelBuilder model = ModelDefinition.named("M");
    model.strict(random.nextBoolean() ? Strict.OPEN : Strict.FILTER);
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Property property = Property.of(NAMES.get(i), one(TYPES));
      model.property(random.nextInt(6) == 0 ? property.with("index", true) : property);
    }
    return model.build();
  }

  List<Entity> rows(ModelDefinition model) {
    return IntStream.range(0, random.nextInt(12)).mapToObj(i -> row(model)).toList();
  }

  Entity row(ModelDefinition model) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (Property property : model.properties()) {
      if (!property.isId() && random.nextInt(5) > 0) {
        data.put(property.name(), random.nextInt(5) == 0 ? null : value(property.type()));
      }
    }
    if (model.isOpen() && random.nextBoolean()) {
      data.put("extra", json());
    }
    return EntityReader.of(model, ModelLookup.NONE).read(data);
  }

  Map<String, @Nullable Object> changes(ModelDefinition model) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(row(model).toMap());
    changes.remove("id");
    changes.replaceAll((name, value) -> random.nextInt(4) == 0 ? null : value);
    return changes;
  }

  Filter filter(ModelDefinition model) {
    Filter filter = Filter.of(where(model, 3));
    var order = new ArrayList<Order>();
    for (int i = random.nextInt(3); i > 0; i--) {
      order.add(new Order(path(model), random.nextBoolean(), random.nextInt(4) == 0));
    }
    filter = filter.withOrder(order);
    filter = random.nextInt(3) == 0 ? filter.limit(1 + random.nextInt(4)) : filter;
    return random.nextInt(3) == 0 ? filter.skip(random.nextInt(4)) : filter;
  }

  /** Figures of all kinds, also of what has none. */
  Aggregate aggregate(ModelDefinition model) {
    Aggregate aggregate =
        random.nextInt(3) == 0 ? Aggregate.of(Filter.of(where(model, 2))) : Aggregate.all();
    for (int i = random.nextInt(3); i > 0; i--) {
      String path = path(model);
      if (!aggregate.groupBy().contains(path)) {
        aggregate = aggregate.groupBy(path);
      }
    }
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Measure.Function function = one(List.of(Measure.Function.values()));
      boolean ofRows = function == Measure.Function.COUNT && random.nextBoolean();
      aggregate = aggregate.measure(new Measure(function, ofRows ? "" : path(model), "m" + i));
    }
    aggregate = random.nextInt(3) == 0 ? aggregate.order("m1 DESC") : aggregate;
    aggregate = random.nextInt(3) == 0 ? aggregate.having(Filter.where("m1").neq(null)) : aggregate;
    return random.nextInt(3) == 0 ? aggregate.skip(random.nextInt(2)).limit(2) : aggregate;
  }

  Where where(ModelDefinition model, int depth) {
    int kind = depth == 0 ? 9 : random.nextInt(10);
    return switch (kind) {
      case 0, 1 -> new Where.And(parts(model, depth));
      case 2, 3 -> new Where.Or(parts(model, depth));
      case 4 -> new Where.Nor(parts(model, depth));
      default -> comparison(model);
    };
  }

  private List<Where> parts(ModelDefinition model, int depth) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> where(model, depth - 1)).toList();
  }

  private Where comparison(ModelDefinition model) {
    String path = path(model);
    Operator operator = one(List.of(Operator.values()));
    return new Where.Comparison(path, operator, operand(model, path, operator));
  }

  private @Nullable Object operand(ModelDefinition model, String path, Operator operator) {
    return switch (operator) {
      case INQ, NIN, CONTAINS_ALL, CONTAINS_ANY -> list(model, path, random.nextInt(5));
      case BETWEEN -> list(model, path, 2);
      case LIKE, NLIKE, ILIKE, NILIKE -> pattern();
      case REGEXP -> new Regexp(one(List.of("a", "^a", "B$", "5|t")), one(List.of("", "i")));
      case NEAR ->
          new Near(
              one(POINTS),
              OptionalDouble.empty(),
              OptionalDouble.of(random.nextInt(8000)),
              GeoPoint.Unit.KILOMETERS);
      case EXTENDED -> Map.of("$x", 1);
      case EXISTS -> random.nextBoolean();
      case ELEM_MATCH -> element(model, path, operator);
      case EQ, NEQ, GT, GTE, LT, LTE, CONTAINS -> like(model, path);
    };
  }

  private Where element(ModelDefinition model, String path, Operator self) {
    Operator operator = one(List.of(Operator.values()));
    return operator == self
        ? Where.eq("x", 5L)
        : new Where.Comparison(
            one(List.of(Where.ELEMENT, "x", "x.y")), operator, operand(model, path, operator));
  }

  private List<@Nullable Object> list(ModelDefinition model, String path, int size) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(like(model, path));
    }
    return Collections.unmodifiableList(list);
  }

  /** Mostly a value of the property's type, sometimes any. */
  private @Nullable Object like(ModelDefinition model, String path) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    PropertyType type = model.property(path).map(Property::type).orElse(ScalarType.ANY);
    return random.nextInt(4) == 0 ? any() : value(type instanceof ListType(var item) ? item : type);
  }

  private String pattern() {
    return one(
        List.of(
            "a", "a%", "%b", "%", "_", "a_b", "a\\%b", "a\\_b", "%!%", "A", "a\\\\b", "\\", "%a%b%",
            "é"));
  }

  private String path(ModelDefinition model) {
    var names = new ArrayList<String>();
    model.properties().forEach(property -> names.addAll(List.of(property.name(), property.name())));
    names.addAll(List.of("extra", "extra.x", "a.x", "B.lat", "nowhere"));
    return one(names);
  }

  private Object value(PropertyType type) {
    return switch (type) {
      case ListType(var item) ->
          IntStream.range(0, random.nextInt(3)).mapToObj(i -> value(item)).toList();
      case ScalarType.NUMBER -> random.nextInt(20) == 0 ? random.nextGaussian() : one(NUMBERS);
      case ScalarType.INTEGER -> one(List.of(0L, 5L, -1L, 2147483647L, -2147483648L, 2020L));
      case ScalarType.LONG -> one(LONGS);
      case DecimalType decimal when decimal.isBounded() ->
          new BigDecimal(one(List.of("0", "5", "1.5", "0.10", "-9999999999.99", "2020")));
      case DecimalType decimal -> one(DECIMALS);
      case ScalarType.DATEONLY -> one(DAYS);
      case ScalarType.UUID -> one(UUIDS);
      case EnumType constants -> one(constants.values());
      case ScalarType.BOOLEAN -> random.nextBoolean();
      case ScalarType.DATE -> one(INSTANTS);
      case ScalarType.DATESTRING -> new DateText(one(List.of("2020-01-01", "2020", "1999-12-31")));
      case ScalarType.BINARY ->
          Binary.of(one(List.of(new byte[] {1, 2}, new byte[0], new byte[300])));
      case ScalarType.GEOPOINT -> one(POINTS);
      case ScalarType.OBJECT ->
          Map.of("x", one(List.of("a", 1L, true, List.of("a"), Map.of("y", 1L))));
      case ScalarType.ANY -> json();
      default -> one(TEXTS);
    };
  }

  /** A value that JSON keeps as it is. */
  private Object json() {
    return one(
        Arrays.<Object>asList(
            "a",
            "b",
            5L,
            1.5,
            true,
            false,
            List.of(),
            List.of("a", 5L),
            Map.of("x", 5L),
            Map.of("x", List.of(1L, 2L)),
            "null text",
            ""));
  }

  private Object any() {
    return one(
        List.of(
            one(TEXTS),
            one(NUMBERS),
            random.nextBoolean(),
            one(LONGS),
            one(DECIMALS),
            one(DAYS),
            one(UUIDS),
            one(DAYS).toString(),
            one(UUIDS).toString(),
            one(DECIMALS).toPlainString(),
            one(INSTANTS),
            one(POINTS),
            new DateText("2020"),
            Binary.of(new byte[] {1, 2}),
            List.of("a"),
            Map.of("x", 5L)));
  }

  private <T> T one(List<? extends T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
