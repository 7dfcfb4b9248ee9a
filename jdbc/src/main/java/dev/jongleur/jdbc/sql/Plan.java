package dev.jongleur.jdbc.sql;

import dev.jongleur.entity.Nothing;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a statement, and which value each of its question marks takes. Holds no value and no
 * tenant: the same for all whose tables are alike.
 */
public record Plan(String sql, List<Integer> order) {
  public Plan {
    order = List.copyOf(order);
  }

  /** The values that its question marks take, null where SQL's null is. */
  public List<@Nullable Object> parameters(List<Bound> values) {
    var taken = new ArrayList<@Nullable Object>(order.size());
    for (int place : order) {
      Object value = values.get(place).value();
      taken.add(value == Nothing.NULL ? null : value);
    }
    return taken;
  }

  /** Binds values that stand in their form's order. */
  public void bind(PreparedStatement to, List<Bound> values) throws SQLException {
    for (int i = 0; i < order.size(); i++) {
      values.get(order.get(i)).bind(to, i + 1);
    }
  }
}
