package dev.jongleur.query;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Values;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order in which rows are returned (F-238, F-244): by distance where every row must be near
 * something, else by the keys asked for, then by id. Null and missing come before every value.
 */
public final class Sorting {
  private Sorting() {}

  /** The order of ids of a model: what rows equal in all keys follow. */
  public static Comparator<Entity> byId(ModelDefinition model) {
    Shape shape = model.shape();
    Comparator<Entity> order = (_, _) -> 0;
    for (int part = 0; part < shape.keySize(); part++) {
      int slot = shape.keySlot(part);
      order = order.thenComparing((a, b) -> values(a.slot(slot), b.slot(slot)));
    }
    return order;
  }

  /** The whole order of a filter. */
  public static Comparator<Entity> of(ModelDefinition model, Filter filter) {
    Comparator<Entity> order =
        nearest(filter.where()).map(Sorting::byDistance).orElseGet(() -> byKeys(filter.order()));
    return order.thenComparing(byId(model));
  }

  /** The near that every row must meet, if there is one. */
  public static Optional<Comparison> nearest(Where where) {
    return switch (where) {
      case Comparison comparison when comparison.operator() == Operator.NEAR ->
          Optional.of(comparison);
      case And(var parts) ->
          parts.stream().map(Sorting::nearest).flatMap(Optional::stream).findFirst();
      default -> Optional.empty();
    };
  }

  /** By kind, then by value; null first. Total, so that it can sort anything. */
  public static int values(@Nullable Object a, @Nullable Object b) {
    int kinds = Integer.compare(kind(a), kind(b));
    if (kinds != 0) {
      return kinds;
    }
    if (a instanceof Number x && b instanceof Number y) {
      return Numbers.compare(x, y);
    }
    return switch (Compare.order(a, b)) {
      case LESS -> -1;
      case GREATER -> 1;
      case EQUAL -> 0;
      case INCOMPARABLE -> text(a).compareTo(text(b));
    };
  }

  private static String text(@Nullable Object value) {
    return value == null || value instanceof Nothing ? "" : Values.text(value);
  }

  private static int kind(@Nullable Object value) {
    return switch (value) {
      case Boolean flag -> 1;
      case Number number -> 2;
      case Instant instant -> 3;
      case String text -> 4;
      case Nothing nothing -> 0;
      case null -> 0;
      default -> 5;
    };
  }

  private static Comparator<Entity> byKeys(List<Order> keys) {
    Comparator<Entity> order = (_, _) -> 0;
    for (Order key : keys) {
      Path path = Path.of(key.path());
      Comparator<Entity> next = key.ignoreCase() ? folded(path) : exact(path);
      order = order.thenComparing(key.descending() ? next.reversed() : next);
    }
    return order;
  }

  private static Comparator<Entity> exact(Path path) {
    return (a, b) -> values(path.valueIn(a), path.valueIn(b));
  }

  private static Comparator<Entity> folded(Path path) {
    return (a, b) -> values(folded(path.valueIn(a)), folded(path.valueIn(b)));
  }

  /** How two values lie by one key. */
  static int compare(Order key, @Nullable Object a, @Nullable Object b) {
    int order = key.ignoreCase() ? values(folded(a), folded(b)) : values(a, b);
    return key.descending() ? -order : order;
  }

  private static @Nullable Object folded(@Nullable Object value) {
    return value instanceof String text ? FoldedText.of(text) : value;
  }

  private static Comparator<Entity> byDistance(Comparison comparison) {
    Path path = Path.of(comparison.path());
    Near near = (Near) java.util.Objects.requireNonNull(comparison.operand());
    return Comparator.comparingDouble(entity ->
        path.valueIn(entity) instanceof GeoPoint place
            ? near.point().distanceTo(place, near.unit())
            : Double.MAX_VALUE);
  }
}
