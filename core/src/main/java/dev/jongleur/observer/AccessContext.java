package dev.jongleur.observer;

import dev.jongleur.query.Filter;

/** The question of an operation, before it is asked (F-355, F-356). */
public record AccessContext(HookContext context) implements HookView {

  public Filter query() {
    return context.query().orElseGet(Filter::all);
  }

  /** Asks this instead. */
  public AccessContext query(Filter other) {
    var _ = context.query(other);
    return this;
  }
}
