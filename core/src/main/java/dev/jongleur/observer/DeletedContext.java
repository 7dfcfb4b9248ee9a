package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Optional;

/** Which rows were removed, and how many (F-364). */
public record DeletedContext(HookContext context) implements HookView {

  public Where where() {
    return context.where().orElseGet(Where::all);
  }

  /** The entity at hand, where one was removed. */
  public Optional<Entity> instance() {
    return context.instance();
  }

  public long count() {
    return context.count().orElse(0L);
  }

  /**
   * The rows as they were, for who observes {@link Hook.Of#withPrevious()}.
   *
   * @throws dev.jongleur.error.MisuseException when nobody does
   */
  public List<Entity> previous() {
    return context.previous();
  }
}
