package dev.jongleur.validation;

import dev.jongleur.definition.Property;
import dev.jongleur.definition.Validation.Uniqueness;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** No other row has this value (F-339). A look-up, not a lock: the store's keys are the guard. */
record Unique(String property, Uniqueness rule) {
  private static final List<Finding> TAKEN = List.of(new Finding("uniqueness", ""));

  List<Finding> findings(Look look) {
    Object value = look.value();
    if (Blank.is(value)) {
      return List.of();
    }
    List<Entity> same = look.circumstances().find(question(look.entity(), value));
    return isTaken(look.entity(), same) ? TAKEN : List.of();
  }

  private Filter question(Entity entity, @Nullable Object value) {
    Filter filter = Filter.of(equal(value)).limit(2);
    for (String name : rule.scopedTo()) {
      if (entity.get(name) != null) {
        filter = filter.and(name, entity.get(name));
      }
    }
    return filter;
  }

  private Where equal(@Nullable Object value) {
    if (rule.ignoreCase() && value instanceof String text) {
      String literal = text.replaceAll("([\\\\%_])", "\\\\$1");
      return new Where.Comparison(property, Operator.ILIKE, literal);
    }
    return Where.eq(property, value);
  }

  /** Its own row is no other one; a new entity that brings an id of its own has none by it yet. */
  private boolean isTaken(Entity entity, List<Entity> same) {
    return switch (same.size()) {
      case 0 -> false;
      case 1 -> isNewKey(entity) || isOther(entity, same.getFirst());
      default -> true;
    };
  }

  private boolean isNewKey(Entity entity) {
    return !entity.isStored()
        && entity.definition().property(property).map(Property::isId).orElse(false);
  }

  private static boolean isOther(Entity entity, Entity other) {
    return entity.id() == null || !Objects.equals(entity.id(), other.id());
  }
}
