package dev.jongleur.memory;

import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.Deadline.Pace;
import dev.jongleur.entity.Entity;
import java.util.stream.Stream;

/** Goes through rows with an eye on the time there is; without a deadline it costs nothing. */
final class Paced {
  private Paced() {}

  static Stream<Entity> rows(Stream<Entity> rows) {
    Deadline deadline = Deadline.current();
    if (!deadline.isLimited()) {
      return rows;
    }
    deadline.check();
    Pace pace = deadline.pace();
    return rows.filter(row -> {
      pace.step();
      return true;
    });
  }
}
