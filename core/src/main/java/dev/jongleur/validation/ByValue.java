package dev.jongleur.validation;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Validation;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that is decided by the value alone. */
record ByValue(ModelDefinition model, int slot, Validation validation, When when, ValueRule rule)
    implements ReadyRule {

  static ByValue of(ModelDefinition model, Validation validation, ValueRule rule) {
    int slot = model.shape().slot(validation.property());
    return new ByValue(model, slot, validation, When.of(validation.terms()), rule);
  }

  @Override
  public boolean passes(Entity entity) {
    return rule.findings(raw(entity)).isEmpty() || when.excludes(entity);
  }

  @Override
  public void look(Look look) {
    List<Finding> found = rule.findings(raw(look.entity()));
    if (!found.isEmpty() && when.applies(look.at(validation))) {
      look.add(found);
    }
  }

  /** As in a slot: nothing where absent, the mark of null for null. */
  private @Nullable Object raw(Entity entity) {
    if (slot >= 0 && entity.definition() == model) {
      return entity.slot(slot);
    }
    Object value = entity.get(validation.property());
    return value == null && entity.has(validation.property()) ? Nothing.NULL : value;
  }
}
