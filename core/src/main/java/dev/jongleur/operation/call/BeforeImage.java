package dev.jongleur.operation.call;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows as they are before a change, for the observers that want to see them. */
public final class BeforeImage {
  private BeforeImage() {}

  /** Reads them, if an observer of this hook wants to see them. */
  public static void of(Call call, Hook hook, Supplier<Where> where) {
    if (call.observers().wantPrevious(hook)) {
      call.occasion().previous(rows(call, where.get()));
    }
  }

  /** The same if any observer does: just before the change. No where means that a row is made. */
  public static void of(Call call, @Nullable Where where) {
    if (call.observers().wantPrevious()) {
      call.occasion().previous(where == null ? List.of() : rows(call, where));
    }
  }

  private static List<Entity> rows(Call call, Where where) {
    List<Entity> rows = call.store().find(call.model(), call.answer().bounded(Filter.of(where)));
    call.answer().count(call.model().name(), rows.size());
    return rows.stream().map(call::typed).toList();
  }
}
