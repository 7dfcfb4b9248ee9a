package dev.jongleur.jdbc.dialect;

import java.util.List;
import java.util.OptionalLong;

/**
 * How a database answered a question.
 *
 * @param steps as it tells them
 * @param indexes which of the table's it used, by their names in the database
 * @param examined how many rows it looked at, where it tells
 */
public record QueryPlan(List<String> steps, List<String> indexes, OptionalLong examined) {
  public QueryPlan {
    steps = List.copyOf(steps);
    indexes = List.copyOf(indexes);
  }
}
