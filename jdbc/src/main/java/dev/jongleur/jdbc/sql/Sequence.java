package dev.jongleur.jdbc.sql;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.sql.Form.SortKey;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order of rows as SQL can sort them: null first, then by value, at last by id. */
public final class Sequence {
  private Sequence() {}

  /** The keys to sort by; empty where SQL has another order than Jongleur. */
  public static Optional<List<SortKey>> of(
      Dialect dialect, Table table, ModelDefinition model, List<Order> order) {
    var keys = new ArrayList<SortKey>();
    for (Order key : order) {
      int slot = model.shape().slot(key.path());
      boolean isAlwaysNull = slot < 0 && !isStored(model, key);
      if (slot < 0 && !isAlwaysNull) {
        return Optional.empty();
      }
      if (slot >= 0 && key.ignoreCase() && isText(table.column(slot))) {
        return Optional.empty();
      }
      if (!isAlwaysNull && !add(keys, dialect, table, slot, key.descending())) {
        return Optional.empty();
      }
    }
    for (int place : table.keys()) {
      if (!add(keys, dialect, table, place, false)) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(keys));
  }

  /** Databases fold letters by language or by tables of their own. */
  private static boolean isText(Column column) {
    return switch (column.storage()) {
      case TEXT, JSON -> true;
      case DATE_TEXT, NUMBER, WHOLE, EXACT, DECIMAL, BOOLEAN, INSTANT, DAY, UUID -> false;
      case LOCAL_INSTANT, BYTES -> false;
    };
  }

  /** Rows without a key come in the order in which they were put. */
  public static List<SortKey> unkeyed(Table table, ModelDefinition model) {
    return model.hasKey()
        ? List.of()
        : table.keys().stream().map(place -> new SortKey(place, false, false)).toList();
  }

  /** Whether any row can have something at this path, which is not a property. */
  private static boolean isStored(ModelDefinition model, Order key) {
    String first = key.path().split("\\.", 2)[0];
    return model.isOpen() || model.shape().slot(first) >= 0;
  }

  private static boolean add(
      List<SortKey> keys, Dialect dialect, Table table, int place, boolean descending) {
    Column column = table.column(place);
    boolean byPresence = hasNoOrder(column);
    if (!byPresence && !sorts(dialect, column)) {
      return false;
    }
    if (keys.stream().noneMatch(key -> key.column() == place)) {
      keys.add(new SortKey(place, descending, byPresence));
    }
    return true;
  }

  /** Embedded values are all alike to the sorting; only null comes before them. */
  private static boolean hasNoOrder(Column column) {
    return switch (column.type()) {
      case InlineType inline -> true;
      case ModelType named -> true;
      case ListType list -> false;
      case DecimalType decimal -> false;
      case EnumType constants -> false;
      case CustomType custom -> false;
      case ScalarType scalar -> false;
    };
  }

  /** Whether the database has the values of a column in the order in which Jongleur sorts them. */
  public static boolean sorts(Dialect dialect, Column column) {
    return column.exact()
        && switch (column.storage()) {
          case TEXT, DATE_TEXT -> dialect.ordersTextByCodeUnits();
          case NUMBER, WHOLE, EXACT, DECIMAL, BOOLEAN, INSTANT, DAY, UUID -> true;
          case LOCAL_INSTANT, BYTES, JSON -> false;
        };
  }
}
