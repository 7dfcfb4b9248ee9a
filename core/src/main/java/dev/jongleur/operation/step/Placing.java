package dev.jongleur.operation.step;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.StoreException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a row where there may be one: changes it, or inserts it. When another inserts the same key
 * in between, the key decides and it is tried again; a key that is taken by a row that may not be
 * changed is a duplicate.
 */
public final class Placing {
  private static final int TRIES = 8;

  private Placing() {}

  /** A row as it is stored now, and whether it was created. */
  public record Outcome(Entity row, boolean created) {}

  /**
   * Sets the values on the row that matches, or inserts a row of these values.
   *
   * @param where by key, so that the change does not lead away from it
   */
  public static Outcome patchOrInsert(
      Call call, Map<String, @Nullable Object> data, Where where, Target target) {
    return settled(
        call,
        () -> {
          boolean patched = Changes.set(call, target.within(where), data) > 0;
          return Optional.of(patched ? found(call, where) : inserted(call, data, target));
        });
  }

  /**
   * Sets the values on the one row that matches, wherever it is, or inserts a row of them.
   *
   * @param version the version that the row is to have, if one was told
   * @throws DataException when several match
   */
  public static Outcome patchOneOrInsert(
      Call call, Map<String, @Nullable Object> data, Where where, Optional<Object> version) {
    return settled(
        call,
        () ->
            call.inTurn(() -> {
              List<Entity> rows = call.store().find(call.model(), Filter.of(where).limit(2));
              return switch (rows.size()) {
                case 0 -> Optional.of(inserted(call, data, new Target(call, "", where, version)));
                case 1 -> patched(call, data, where, Target.of(call, rows.getFirst(), version));
                default -> throw several(call);
              };
            }));
  }

  /** Empty when the row does not match any more. */
  private static Optional<Outcome> patched(
      Call call, Map<String, @Nullable Object> data, Where where, Target target) {
    if (Changes.set(call, target.within(Where.and(target.key(), where)), data) > 0) {
      return Optional.of(found(call, target.key()));
    }
    target.refuseStale();
    return Optional.empty();
  }

  /** Puts a whole row in the place of the one with its id, within a where, or inserts it. */
  public static Outcome replaceOrInsert(Call call, Where where, Entity row, Target target) {
    return settled(
        call,
        () -> {
          Optional<Entity> there = first(call, where);
          return there.isPresent()
              ? replaced(call, where, row, target.seeing(there.get()))
              : Optional.of(insertedWhole(call, row, target));
        });
  }

  /** Empty when the row has changed since it was seen. */
  private static Optional<Outcome> replaced(Call call, Where where, Entity row, Seen seen) {
    Entity instead = call.keeping().instead(row, seen.row());
    boolean done = replace(call, instead, where, seen.target());
    return done ? Optional.of(new Outcome(instead.asStored(), false)) : Optional.empty();
  }

  /** A row, and what is to hold of it when it is changed. */
  public record Seen(Entity row, Target target) {}

  /** Replaces a row; on a condition only where there is one beside the key. */
  public static boolean replace(Call call, Entity row, Where where, Target target) {
    Where guarded = target.within(where);
    return guarded.equals(target.key())
        ? call.store().replace(call.model(), row)
        : call.store().replace(call.model(), row, guarded);
  }

  private static Outcome inserted(Call call, Map<String, @Nullable Object> data, Target target) {
    return insertedWhole(call, call.reader().assign(Entity.blank(call.model()), data), target);
  }

  /** A row that somebody saw a version of is not stored anew when it is gone. */
  private static Outcome insertedWhole(Call call, Entity row, Target target) {
    if (target.version().isPresent()) {
      throw target.missed();
    }
    return new Outcome(call.store().insert(call.model(), call.keeping().fresh(row)), true);
  }

  private static Outcome found(Call call, Where where) {
    Entity row =
        first(call, where)
            .orElseThrow(() ->
                new NotFoundException(
                    "The \"" + call.model().name() + "\" was removed while it was changed."));
    return new Outcome(row, false);
  }

  private static Optional<Entity> first(Call call, Where where) {
    List<Entity> rows = call.store().find(call.model(), Filter.of(where).limit(1));
    return rows.isEmpty() ? Optional.empty() : Optional.of(call.typed(rows.getFirst()));
  }

  private static DataException several(Call call) {
    return new DataException(
        "More than one \"" + call.model().name() + "\" matches; nothing was changed.");
  }

  /** Tries again while others are faster. */
  private static Outcome settled(Call call, Supplier<Optional<Outcome>> attempt) {
    DuplicateException taken = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        Optional<Outcome> outcome = attempt.get();
        if (outcome.isPresent()) {
          return outcome.get();
        }
      } catch (DuplicateException e) {
        taken = e;
      }
      Thread.onSpinWait();
    }
    throw taken != null
        ? taken
        : new StoreException(
            "The \"" + call.model().name() + "\" was changed by others again and again.");
  }
}
