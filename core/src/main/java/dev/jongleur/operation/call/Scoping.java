package dev.jongleur.operation.call;

import dev.jongleur.observer.Hook;
import dev.jongleur.plan.Question;
import dev.jongleur.query.Filter;

/** Filters within the default scope of a model, made ready for its store. */
public final class Scoping {
  private Scoping() {}

  /**
   * For finding rows, as the access observers leave it; the option {@code notify} silences them.
   */
  public static Filter toRead(Call call, Filter asked) {
    return seen(call, ready(call, asked));
  }

  /** For counting, or finding what is to be stored: the access observers see it in any case. */
  public static Filter toLook(Call call, Filter asked) {
    return access(call, ready(call, asked));
  }

  /**
   * For reading, before any observer sees it: one that has nothing but a typed condition needs no
   * more making ready.
   */
  public static Filter readyTyped(Call call, Filter asked) {
    boolean isWhole = call.isUnscoped() || call.profile().isWhole();
    return isWhole && asked.fields().isAll() ? asked : ready(call, asked);
  }

  /** For reading, before any observer sees it. */
  public static Filter ready(Call call, Filter asked) {
    return Question.toRead(scoped(call, asked), call.flags());
  }

  /**
   * As a mass change takes it: every row that meets its condition.
   *
   * @throws dev.jongleur.error.QueryException when it asks for a page of the rows
   */
  public static Filter wholly(Call call, Filter asked) {
    return Question.wholly(asked, call.model());
  }

  /** For changing. */
  public static Filter toChange(Call call, Filter asked) {
    return access(call, change(call, asked));
  }

  /** For removing; the option {@code notify} silences the access observers. */
  public static Filter toRemove(Call call, Filter asked) {
    return seen(call, change(call, asked));
  }

  private static Filter change(Call call, Filter asked) {
    return Question.toChange(scoped(call, asked), call.flags());
  }

  /** A filter that is ready as the access observers leave it, unless they are silenced. */
  public static Filter seen(Call call, Filter ready) {
    return call.notifies() ? access(call, ready) : ready;
  }

  /** A filter that is ready as the access observers leave it. */
  public static Filter access(Call call, Filter ready) {
    return call.observes(Hook.ACCESS)
        ? call.tell(call.context(Hook.ACCESS).query(ready)).query().orElse(ready)
        : ready;
  }

  private static Filter scoped(Call call, Filter asked) {
    return call.isUnscoped() ? asked : call.profile().within(asked);
  }
}
