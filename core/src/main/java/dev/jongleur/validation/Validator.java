package dev.jongleur.validation;

import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.ValidationOption;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ValidationErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules of a definition, made ready once: those that it implies, in the order of its
 * properties, then those that it lists, in theirs. Every rule runs, none stops the others.
 * Thread-safe, and shared by all who use the definition.
 */
public final class Validator {
  private static final Finding UNKNOWN = new Finding("unknown-property", "");

  private final ReadyRule[] rules;

  private Validator(ModelDefinition model) {
    var all = new ArrayList<ReadyRule>();
    model.properties().forEach(property -> imply(model, property, all));
    model.validations().forEach(validation -> all.add(ReadyRule.of(model, validation)));
    this.rules = all.toArray(ReadyRule[]::new);
  }

  /** The rules of a definition. */
  public static Validator of(ModelDefinition model) {
    return model.derived(Validator.class, Validator::new);
  }

  /** Whether an entity is valid beyond doubt: quick, asks nobody, and makes nothing. */
  public boolean passes(Entity entity) {
    if (hasUnknown(entity)) {
      return false;
    }
    for (ReadyRule rule : rules) {
      if (!rule.passes(entity)) {
        return false;
      }
    }
    return true;
  }

  /** Everything that is wrong with an entity. */
  public ValidationErrors errors(Entity entity, Circumstances circumstances) {
    var findings = new Findings(new Words(circumstances));
    if (hasUnknown(entity)) {
      entity.open().keySet().forEach(name -> findings.add(name, UNKNOWN, Terms.DEFAULT));
    }
    var look = new Look(entity, circumstances, findings);
    for (ReadyRule rule : rules) {
      rule.look(look);
    }
    return findings.of(entity);
  }

  /** F-047, F-049: in a strict entity, what its model does not define is invalid. */
  private static boolean hasUnknown(Entity entity) {
    return !entity.open().isEmpty() && entity.strict() == Strict.REFUSE;
  }

  private static void imply(ModelDefinition model, Property property, List<ReadyRule> rules) {
    String name = property.name();
    Validation presence = Validation.of(name, Validation.presence());
    if (property.required() && !model.validations().contains(presence)) {
      rules.add(ReadyRule.of(model, presence));
    }
    if (property.type().stored() == ScalarType.DATE) {
      rules.add(ReadyRule.of(model, Validation.of(name, new Validation.ReadableDate())));
    } else if (property.type() instanceof ListType) {
      var dates = Validation.of(name, new Validation.ReadableDate());
      rules.add(ByValue.of(model, dates, Rules.DATES));
    }
    if (property.isId() && model.forcesId()) {
      var absence =
          Validation.of(name, Validation.absence(), ValidationOption.onlyIf("isNewRecord"));
      rules.add(ReadyRule.of(model, absence));
    }
  }
}
