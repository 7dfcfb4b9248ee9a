package dev.jongleur.query;

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
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Numbers;
import dev.jongleur.error.LimitException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out an aggregate row by row: what the figures mean, on every backend. Holds one tally for
 * each measure of each group, and so many groups at most. For one thread.
 */
public final class Groups {
  /** More than anybody reads; an aggregate with more of them is a list. */
  public static final int MOST = 100_000;

  private final Aggregate aggregate;
  private final ModelDefinition model;
  private final List<Path> keys;
  private final List<Path> values;
  private final Map<List<@Nullable Object>, Group> groups = new HashMap<>();

  /** The rows that have the same values: these, as the first of them has them. */
  private record Group(List<@Nullable Object> key, List<Tally> tallies) {}

  /** Of rows of a model; without any yet. */
  public Groups(ModelDefinition model, Aggregate aggregate) {
    this.model = model;
    this.aggregate = aggregate;
    this.keys = aggregate.groupBy().stream().map(Path::of).toList();
    this.values = aggregate.measures().stream().map(measure -> Path.of(measure.path())).toList();
    if (keys.isEmpty()) {
      groups.put(List.of(), new Group(List.of(), tallies()));
    }
  }

  /**
   * Takes the next row.
   *
   * @throws LimitException when there are too many groups
   */
  public void add(Entity row) {
    List<@Nullable Object> key = key(row);
    Group group =
        groups.computeIfAbsent(
            key.stream().map(Groups::same).toList(), _ -> new Group(key, tallies()));
    checkMost(groups.size());
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i).valueIn(row);
      if (value != null) {
        group.tallies().get(i).add(value);
      }
    }
  }

  /**
   * Refuses what has too many groups.
   *
   * @throws LimitException when there are more than {@link #MOST}
   */
  public static void checkMost(int groups) {
    if (groups > MOST) {
      throw new LimitException(
          "groups", "The answer has more than " + MOST + " groups: group by less.", Duration.ZERO);
    }
  }

  /** The groups asked for, in order; each as its names with their values. */
  public List<Map<String, @Nullable Object>> result() {
    return asked(aggregate, groups.values().stream().map(this::named));
  }

  /** The groups that an aggregate asks for, in its order, of all there are. */
  public static List<Map<String, @Nullable Object>> asked(
      Aggregate aggregate, Stream<Map<String, @Nullable Object>> all) {
    Predicate<Map<String, @Nullable Object>> having = Matcher.ofMaps(aggregate.having());
    Stream<Map<String, @Nullable Object>> found =
        all.filter(having).sorted(order(aggregate)).skip(aggregate.skip());
    return (aggregate.limit() > 0 ? found.limit(aggregate.limit()) : found).toList();
  }

  private List<@Nullable Object> key(Entity row) {
    @Nullable Object[] key = new @Nullable Object[keys.size()];
    for (int i = 0; i < key.length; i++) {
      key[i] = keys.get(i).valueIn(row);
    }
    return Arrays.asList(key);
  }

  /** Decimals that are the same are one key, however many zeros they are written with. */
  private static @Nullable Object same(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? Numbers.operand(number.stripTrailingZeros())
        : value;
  }

  private List<Tally> tallies() {
    return aggregate.measures().stream()
        .map(measure -> Tally.of(measure.function(), kind(measure.path())))
        .toList();
  }

  private Tally.Kind kind(String path) {
    return kind(model.property(path).map(Property::type).orElse(ScalarType.ANY));
  }

  private static Tally.Kind kind(PropertyType type) {
    return switch (type) {
      case DecimalType decimal -> Tally.Kind.DECIMAL;
      case ScalarType.INTEGER, ScalarType.LONG -> Tally.Kind.WHOLE;
      case ScalarType scalar -> Tally.Kind.REAL;
      case EnumType constants -> Tally.Kind.REAL;
      case CustomType custom -> kind(custom.stored());
      case ListType list -> Tally.Kind.REAL;
      case ModelType named -> Tally.Kind.REAL;
      case InlineType inline -> Tally.Kind.REAL;
    };
  }

  private Map<String, @Nullable Object> named(Group group) {
    var named = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < keys.size(); i++) {
      named.put(aggregate.groupBy().get(i), group.key().get(i));
    }
    for (int i = 0; i < values.size(); i++) {
      named.put(aggregate.measures().get(i).name(), group.tallies().get(i).result());
    }
    return Collections.unmodifiableMap(named);
  }

  private static Comparator<Map<String, @Nullable Object>> order(Aggregate aggregate) {
    var keysOfOrder = new ArrayList<>(aggregate.order());
    aggregate.groupBy().forEach(name -> keysOfOrder.add(new Order(name, false)));
    return (a, b) -> {
      for (Order key : keysOfOrder) {
        int order = Sorting.compare(key, a.get(key.path()), b.get(key.path()));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }
}
