package dev.jongleur.proof.crash;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import java.util.TreeMap;

/**
 * What an owner has at one moment.
 *
 * @param rows of all models, as text that compares
 * @param highestId of all accounts that there were since their ids began
 */
public record State(String rows, long highestId) {
  static final State NOTHING = new State("", 0);

  /** As it is now, after another one. */
  static State of(Owner owner, State before, boolean idsBeginAnew) {
    long highest =
        owner.model(Models.ACCOUNT).find().stream().mapToLong(State::numberOf).max().orElse(0);
    return new State(rowsOf(owner), idsBeginAnew ? highest : Math.max(before.highestId, highest));
  }

  static long numberOf(Entity account) {
    return account.get("id") instanceof Number number ? number.longValue() : -1;
  }

  /** What models without rows have is not told: it may be that nobody ever asked for them. */
  public static String rowsOf(Owner owner) {
    var text = new StringBuilder();
    for (ModelDefinition model : Models.ALL) {
      for (Entity row : owner.model(model.name()).find()) {
        text.append(model.name()).append(new TreeMap<>(row.toMap())).append('\n');
      }
    }
    return text.toString();
  }
}
