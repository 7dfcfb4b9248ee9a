package dev.jongleur.plan;

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
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Order;
import dev.jongleur.query.Sorting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that tell every row's place in the order of a filter: those asked for, then the id. What
 * comes after a row can be asked for by the values of its keys, whatever was stored meanwhile.
 */
public record Keyset(ModelDefinition model, List<SortKey> keys) {
  public Keyset {
    keys = List.copyOf(keys);
  }

  /**
   * The keys of a filter's order.
   *
   * @throws QueryException when there is no saying what comes after a row, or it would tell what is
   *     hidden
   */
  public static Keyset of(Filter filter, ModelDefinition model) {
    if (!model.hasKey()) {
      throw new MissingKeyException(model.name());
    }
    if (Sorting.nearest(filter.where()).isPresent()) {
      throw new QueryException("A page of \"" + model.name() + "\" is in no order of distance.");
    }
    var keys = new ArrayList<SortKey>();
    filter.order().forEach(order -> add(keys, model, order));
    Shape shape = model.shape();
    for (int part = 0; part < shape.keySize(); part++) {
      add(keys, model, new Order(shape.property(shape.keySlot(part)).name(), false));
    }
    return new Keyset(model, keys);
  }

  /** The second of two keys on one property sorts nothing. */
  private static void add(List<SortKey> keys, ModelDefinition model, Order order) {
    if (keys.stream().noneMatch(key -> key.path().equals(order.path()) && !key.ignoreCase())) {
      keys.add(key(model, order));
    }
  }

  private static SortKey key(ModelDefinition model, Order order) {
    Property property =
        model
            .property(order.path())
            .filter(known -> isOrdered(known.type()))
            .orElseThrow(() -> refused(model, order, "has no order of its own"));
    if (model.settings().hidden().contains(property.name())) {
      throw refused(model, order, "is hidden, and a bookmark would tell it");
    }
    boolean ignoreCase = order.ignoreCase() && isText(property.type());
    return new SortKey(property, order.descending(), ignoreCase);
  }

  private static QueryException refused(ModelDefinition model, Order order, String why) {
    return new QueryException(
        "Pages of \""
            + model.name()
            + "\" cannot be ordered by \""
            + order.path()
            + "\": it "
            + why
            + ".");
  }

  /** Whether all values are of one kind, which greater and less compare as sorting does. */
  private static boolean isOrdered(PropertyType type) {
    return switch (type) {
      case DecimalType decimal -> true;
      case EnumType constants -> true;
      case CustomType custom -> isOrdered(custom.stored());
      case ListType list -> false;
      case ModelType named -> false;
      case InlineType inline -> false;
      case ScalarType scalar ->
          switch (scalar) {
            case STRING, NUMBER, INTEGER, LONG, BOOLEAN, DATE, DATEONLY, UUID -> true;
            case DATESTRING, BINARY, GEOPOINT, OBJECT, ANY, JSON, TEXT -> false;
          };
    };
  }

  private static boolean isText(PropertyType type) {
    return type.stored() == ScalarType.STRING || type.stored() instanceof EnumType;
  }

  /** How the order is called; two filters with equal ones have their rows in the same order. */
  public String order() {
    return String.join(",", keys.stream().map(SortKey::toString).toList());
  }

  /** Fields that the keys are among. */
  public Fields fields(Fields asked) {
    Fields all = asked;
    for (SortKey key : keys) {
      all = all.plus(key.path());
    }
    return all;
  }

  /** The place of a row: the values of its keys. */
  public List<@Nullable Object> place(Entity row) {
    var place = new ArrayList<@Nullable Object>(keys.size());
    keys.forEach(key -> place.add(row.get(key.path())));
    return place;
  }
}
