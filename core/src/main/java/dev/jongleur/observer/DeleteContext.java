package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Optional;

/** Which rows are about to be removed (F-364). */
public record DeleteContext(HookContext context) implements HookView {

  public Where where() {
    return context.where().orElseGet(Where::all);
  }

  /** Removes these instead. */
  public DeleteContext where(Where other) {
    var _ = context.where(other);
    return this;
  }

  /** The entity at hand, where one is removed. */
  public Optional<Entity> instance() {
    return context.instance();
  }

  /**
   * The rows as they are in the store, for who observes {@link Hook.Of#withPrevious()}.
   *
   * @throws dev.jongleur.error.MisuseException when nobody does
   */
  public List<Entity> previous() {
    return context.previous();
  }
}
