package dev.jongleur.validation;

import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Custom;
import dev.jongleur.definition.Validation.Uniqueness;
import dev.jongleur.entity.Entity;

/** A rule that asks somebody: the store, or the program's own function. */
record ByAsking(Validation validation, When when) implements ReadyRule {

  ByAsking(Validation validation) {
    this(validation, When.of(validation.terms()));
  }

  @Override
  public boolean passes(Entity entity) {
    return when.excludes(entity);
  }

  @Override
  public void look(Look look) {
    if (when.applies(look.at(validation))) {
      switch (validation.rule()) {
        case Uniqueness unique ->
            look.add(new Unique(validation.property(), unique).findings(look));
        case Custom custom -> custom.check().look(look);
        default -> throw new IllegalStateException("decided by the value: " + validation);
      }
    }
  }
}
