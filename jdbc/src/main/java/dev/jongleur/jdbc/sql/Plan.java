package dev.jongleur.jdbc.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The text of a statement, and which value each of its question marks takes. Holds no value and no
 * tenant: the same for all whose tables are alike.
 */
public record Plan(String sql, List<Integer> order) {
  public Plan {
    order = List.copyOf(order);
  }

  /** Binds values that stand in their form's order. */
  public void bind(PreparedStatement to, List<Bound> values) throws SQLException {
    for (int i = 0; i < order.size(); i++) {
      values.get(order.get(i)).bind(to, i + 1);
    }
  }
}
