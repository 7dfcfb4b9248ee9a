package dev.jongleur.validation;

import dev.jongleur.definition.Validation.Uniqueness;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** No other row has this value (F-339). A look-up, not a lock: the store's keys are the guard. */
record Unique(String property, Uniqueness rule, UniquenessProbe probe) {

  List<Finding> findings(Entity entity, @Nullable Object value) {
    if (Blank.is(value)) {
      return List.of();
    }
    List<Entity> same = probe.find(question(entity, value));
    boolean taken = same.stream().anyMatch(other -> isOther(entity, other));
    return taken ? List.of(Finding.of("uniqueness", "is not unique")) : List.of();
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

  private static boolean isOther(Entity entity, Entity other) {
    return !entity.isStored() || !Objects.equals(entity.id(), other.id());
  }
}
