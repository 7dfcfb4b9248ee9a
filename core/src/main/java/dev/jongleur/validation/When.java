package dev.jongleur.validation;

import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Terms.Condition;
import dev.jongleur.entity.Entity;
import org.jspecify.annotations.Nullable;

/** Whether a rule applies to an entity (F-333). */
record When(Condition onlyIf, Condition unless) {

  static When of(Terms terms) {
    return new When(terms.onlyIf(), terms.unless());
  }

  /** Whether it is certain, without asking a function, that the rule does not apply. */
  boolean excludes(Entity entity) {
    return onlyIf instanceof Condition.Named(String name) && !holds(name, entity)
        || unless instanceof Condition.Named(String other) && holds(other, entity);
  }

  boolean applies(Look look) {
    return !excludes(look.entity())
        && (!(onlyIf instanceof Condition.Tested(var test)) || test.test(look))
        && !(unless instanceof Condition.Tested(var other) && other.test(look));
  }

  /** A name that says nothing about the entity holds: an if runs, an unless does not. */
  private static boolean holds(String name, Entity entity) {
    if (name.equals("isNewRecord")) {
      return !entity.isStored();
    }
    return !entity.has(name) || isTruthy(entity.get(name));
  }

  /** What JavaScript takes for true. */
  private static boolean isTruthy(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case String text -> !text.isEmpty();
      case Number number -> number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
      default -> true;
    };
  }
}
