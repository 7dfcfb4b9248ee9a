package dev.jongleur.operation.step;

import dev.jongleur.connector.Increment;
import dev.jongleur.definition.Upkeep;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.StaleException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one row that a change is for: where it is by its key, and the version that the caller saw of
 * it, where versions are kept and one was told.
 *
 * @param version empty: none was told; else as a slot has it
 */
public record Target(Call call, @Nullable Object id, Where key, Optional<Object> version) {

  /** The row of an entity at hand, in the version that the data names, else in the entity's. */
  public static Target of(Call call, Entity entity, Map<String, ? extends @Nullable Object> data) {
    Upkeep upkeep = call.model().upkeep();
    Where key = call.identity().where(entity);
    Optional<Object> version =
        upkeep.isVersioned()
            ? told(call, data).or(() -> Optional.of(slot(entity.get(upkeep.version()))))
            : Optional.empty();
    return new Target(call, entity.id(), key, version);
  }

  /** The row with an id, in the version that the data names, if it names one. */
  public static Target of(Call call, Object id, Map<String, ? extends @Nullable Object> data) {
    return new Target(call, id, call.identity().where(id), told(call, data));
  }

  /** The row that was found, in a version that was told, if one was. */
  public static Target of(Call call, Entity row, Optional<Object> version) {
    return new Target(call, row.id(), call.identity().where(row), version);
  }

  /** The same row, under another condition. */
  public Target at(Where where) {
    return new Target(call, id, where, version);
  }

  /** The version that data names. */
  public static Optional<Object> told(Call call, Map<String, ? extends @Nullable Object> data) {
    String property = call.model().upkeep().version();
    return property.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(data.get(property))
            .filter(raw -> raw != Nothing.UNDEFINED)
            .flatMap(raw ->
                call.model()
                    .property(property)
                    .map(known -> slot(call.reader().slotValue(known, raw))));
  }

  private static Object slot(@Nullable Object value) {
    return value == null ? Nothing.NULL : value;
  }

  /** Where it is, as long as it is not deleted and has the version that was seen. */
  public Where where() {
    return within(key);
  }

  /** The same on top of another condition. */
  public Where within(Where where) {
    Where alive = call.isUnscoped() ? where : and(where, call.profile().alive());
    return version.map(seen -> and(alive, isOf(seen))).orElse(alive);
  }

  private Where isOf(Object seen) {
    return Where.eq(call.model().upkeep().version(), seen == Nothing.NULL ? null : seen);
  }

  private static Where and(Where where, Where more) {
    return more.isAll() ? where : where.isAll() ? more : Where.and(where, more);
  }

  /**
   * What has to be known of the row to put another in its place: nothing where Jongleur keeps
   * nothing itself, else the row as it is now.
   *
   * @throws NotFoundException when it is not there, or deleted
   * @throws StaleException when it is not in the version that was told
   */
  public Placing.Seen seen(Entity instead) {
    return call.model().upkeep().isNone()
        ? new Placing.Seen(instead, this)
        : seeing(row().orElseThrow(this::missing));
  }

  /**
   * The same, for a row that was read: it is not to change until it is replaced.
   *
   * @throws StaleException when it is not in the version that was told
   */
  Placing.Seen seeing(Entity row) {
    if (isChanged(row)) {
      throw stale(row);
    }
    boolean versioned = call.model().upkeep().isVersioned();
    Optional<Object> now = versioned ? Optional.of(versionOf(row)) : version;
    return new Placing.Seen(row, new Target(call, id, key, now));
  }

  /** An entity after its row was changed: in the next version. */
  public Entity moved(Entity changed, boolean isChanged) {
    Upkeep upkeep = call.model().upkeep();
    return upkeep.isVersioned() && isChanged
        ? changed.set(Map.of(upkeep.version(), Increment.ONE.to(version.orElse(Nothing.NULL))))
        : changed;
  }

  private Object versionOf(Entity row) {
    return slot(row.get(call.model().upkeep().version()));
  }

  /** Why a change found no row: it is gone, or another has changed it since. */
  public JongleurException missed() {
    return row().<JongleurException>map(this::stale).orElseGet(this::missing);
  }

  /**
   * Looks after a change that found no row.
   *
   * @throws StaleException when the row is there, in another version
   */
  public void refuseStale() {
    row()
        .filter(this::isChanged)
        .map(this::stale)
        .ifPresent(stale -> {
          throw stale;
        });
  }

  private Optional<Entity> row() {
    Where where = call.isUnscoped() ? key : and(key, call.profile().alive());
    List<Entity> rows = call.store().find(call.model(), Filter.of(where).limit(1));
    return rows.stream().findFirst().map(call::typed);
  }

  private boolean isChanged(Entity row) {
    return version.filter(seen -> !Objects.equals(seen, versionOf(row))).isPresent();
  }

  private StaleException stale(Entity row) {
    return new StaleException(
        call.model().name(), String.valueOf(id), version.orElse(Nothing.NULL), versionOf(row));
  }

  public NotFoundException missing() {
    return missing(call, id);
  }

  /** That there is no row with an id. */
  public static NotFoundException missing(Call call, @Nullable Object id) {
    return new NotFoundException("There is no \"" + call.model().name() + "\" with id " + id + ".");
  }
}
