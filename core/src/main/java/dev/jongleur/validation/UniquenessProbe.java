package dev.jongleur.validation;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.List;

/** Looks rows up for the uniqueness rule; its failure is the caller's failure. */
@FunctionalInterface
public interface UniquenessProbe {
  List<Entity> find(Filter filter);
}
