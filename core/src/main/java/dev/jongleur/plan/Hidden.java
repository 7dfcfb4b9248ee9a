package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Order;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.util.Optional;

/** What may not be asked for, lest its value be guessed from which rows come (F-227, F-228). */
final class Hidden {
  private final ModelDefinition model;
  private final boolean shelteredToo;

  private Hidden(ModelDefinition model, boolean shelteredToo) {
    this.model = model;
    this.shelteredToo = shelteredToo;
  }

  static void refuse(Filter filter, Flags flags) {
    if (flags.is("prohibitHiddenPropertiesInQuery", false)) {
      var hidden = new Hidden(flags.model(), flags.is("prohibitProtectedPropertiesInQuery", false));
      hidden.check(filter.where(), flags.ground());
      for (Order order : filter.order()) {
        hidden.check(order.path(), flags.ground());
      }
    }
  }

  private void check(Where where, Ground ground) {
    for (Comparison comparison : where.comparisons()) {
      check(comparison.path(), ground);
      Optional<Where> within = comparison.within();
      if (within.isPresent()) {
        check(within.get(), ground.element(comparison.path()));
      }
    }
  }

  /** Each step by the model it is a property of; and by the model asked, at any depth (F-227). */
  private void check(String path, Ground ground) {
    Ground at = ground;
    for (String step : Ground.steps(path)) {
      if (hides(model, step) || at.definition().map(own -> hides(own, step)).orElse(false)) {
        throw new QueryException(
            "\"" + step + "\" of \"" + model.name() + "\" may not be asked for.");
      }
      at = at.step(step);
    }
  }

  private boolean hides(ModelDefinition definition, String property) {
    ModelSettings settings = definition.settings();
    return settings.hidden().contains(property)
        || shelteredToo && settings.sheltered().contains(property);
  }
}
