package dev.jongleur.plan;

import dev.jongleur.definition.ModelSettings;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Order;
import dev.jongleur.query.Where.Comparison;
import java.util.List;

/** What may not be asked for, lest its value be guessed from which rows come (F-227, F-228). */
final class Hidden {
  private Hidden() {}

  static void refuse(Filter filter, Flags flags) {
    if (flags.is("prohibitHiddenPropertiesInQuery", false)) {
      boolean shelteredToo = flags.is("prohibitProtectedPropertiesInQuery", false);
      for (Comparison comparison : filter.where().comparisons()) {
        check(comparison.path(), flags, shelteredToo);
      }
      for (Order order : filter.order()) {
        check(order.path(), flags, shelteredToo);
      }
    }
  }

  private static void check(String path, Flags flags, boolean shelteredToo) {
    ModelSettings settings = flags.model().settings();
    for (String step : List.of(path.split("\\."))) {
      if (settings.hidden().contains(step) || shelteredToo && settings.sheltered().contains(step)) {
        throw new QueryException(
            "\"" + step + "\" of \"" + flags.model().name() + "\" may not be asked for.");
      }
    }
  }
}
