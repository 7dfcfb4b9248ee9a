package dev.jongleur.validation;

import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Absence;
import dev.jongleur.definition.Validation.Presence;
import dev.jongleur.definition.Validation.ReadableDate;
import dev.jongleur.definition.Validation.Terms;
import dev.jongleur.definition.Validation.Uniqueness;
import dev.jongleur.entity.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies all rules of a definition to an entity; every rule runs, none stops the others. */
public final class Validator {
  private final ModelDefinition model;
  private final UniquenessProbe probe;

  public Validator(ModelDefinition model, UniquenessProbe probe) {
    this.model = model;
    this.probe = probe;
  }

  /**
   * Checks an entity that is about to be stored.
   *
   * @throws dev.jongleur.error.ValidationException naming every property that is not valid
   */
  public void check(Entity entity) {
    var findings = new Findings();
    unknown(entity, findings);
    for (Property property : model.properties()) {
      implied(property, entity, findings);
    }
    for (Validation validation : model.validations()) {
      listed(validation, entity, findings);
    }
    findings.throwIfAny(model.name());
  }

  /** F-047: on a strict model what it does not define is invalid. */
  private void unknown(Entity entity, Findings findings) {
    if (model.settings().strict() == Strict.REFUSE) {
      for (String name : entity.open().keySet()) {
        Finding finding = Finding.of("unknown-property", "is not defined in the model");
        findings.add(name, finding, Terms.DEFAULT);
      }
    }
  }

  private void implied(Property property, Entity entity, Findings findings) {
    Object value = entity.get(property.name());
    if (property.required()) {
      add(property.name(), Rules.findings(new Presence(), value), findings);
    }
    if (property.type() == ScalarType.DATE) {
      add(property.name(), Rules.findings(new ReadableDate(), value), findings);
    } else if (value instanceof List<?> list && property.type() instanceof ListType) {
      list.forEach(
          item -> add(property.name(), Rules.findings(new ReadableDate(), item), findings));
    }
    if (property.isId() && model.forcesId() && !entity.isStored()) {
      add(property.name(), Rules.findings(new Absence(), value), findings);
    }
  }

  private static void add(String property, List<Finding> found, Findings findings) {
    found.forEach(finding -> findings.add(property, finding, Terms.DEFAULT));
  }

  private void listed(Validation validation, Entity entity, Findings findings) {
    Terms terms = validation.terms();
    if (applies(terms, entity)) {
      List<Finding> found = found(validation, entity);
      found.forEach(finding -> findings.add(validation.property(), finding, terms));
    }
  }

  private List<Finding> found(Validation validation, Entity entity) {
    Object value = entity.get(validation.property());
    return switch (validation.rule()) {
      case Presence presence -> Rules.findings(presence, value);
      case Absence absence -> Rules.findings(absence, value);
      case ReadableDate date -> Rules.findings(date, value);
      case Uniqueness unique ->
          new Unique(validation.property(), unique, probe).findings(entity, value);
      default -> unlessBlank(validation, entity.has(validation.property()), value);
    };
  }

  /** F-334: nothing and empty text are {@code blank}, null is {@code null}, unless allowed. */
  private static List<Finding> unlessBlank(
      Validation validation, boolean given, @Nullable Object value) {
    String rule = Rules.name(validation.rule());
    if (value == null && given) {
      return validation.terms().allowNull()
          ? List.of()
          : List.of(Finding.of(rule, "null", "is null"));
    }
    if (value == null || value.equals("")) {
      return validation.terms().allowBlank()
          ? List.of()
          : List.of(Finding.of(rule, "blank", "is blank"));
    }
    return Rules.findings(validation.rule(), value);
  }

  private static boolean applies(Terms terms, Entity entity) {
    boolean wanted = terms.onlyIf().isEmpty() || holds(terms.onlyIf(), entity, true);
    boolean unwanted = !terms.unless().isEmpty() && holds(terms.unless(), entity, true);
    return wanted && !unwanted;
  }

  /** A name that says nothing about the entity counts as {@code otherwise} (F-333). */
  private static boolean holds(String name, Entity entity, boolean otherwise) {
    if (name.equals("isNewRecord")) {
      return !entity.isStored();
    }
    if (!entity.has(name)) {
      return otherwise;
    }
    Object value = entity.get(name);
    return value != null
        && !Blank.is(value)
        && !value.equals(false)
        && !(value instanceof Number number && number.doubleValue() == 0);
  }
}
