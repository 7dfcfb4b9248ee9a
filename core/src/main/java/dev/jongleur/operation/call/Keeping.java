package dev.jongleur.operation.call;

import dev.jongleur.connector.Increment;
import dev.jongleur.definition.Upkeep;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets the properties that Jongleur keeps itself: the version, the time of deletion, time stamps.
 * What a caller says of them is passed over, so that one may send back what one read; only the
 * version that was seen counts, and is checked.
 */
public record Keeping(Upkeep upkeep, InstantSource clock) {

  /** A new row: in its first version, not deleted, created now. */
  public Entity fresh(Entity entity) {
    if (upkeep.isNone()) {
      return entity;
    }
    Object now = now();
    var values = new LinkedHashMap<String, @Nullable Object>();
    put(values, upkeep.version(), 1L);
    put(values, upkeep.deleted(), null);
    put(values, upkeep.created(), now);
    put(values, upkeep.updated(), now);
    return entity.set(values);
  }

  /** A whole row that takes the place of the one that is there now. */
  public Entity instead(Entity entity, Entity current) {
    if (upkeep.isNone()) {
      return entity;
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    put(values, upkeep.version(), Increment.ONE.to(current.get(upkeep.version())));
    for (String kept : new String[] {upkeep.deleted(), upkeep.created()}) {
      put(
          values,
          kept,
          current.has(kept) && current.get(kept) == null ? Nothing.NULL : current.get(kept));
    }
    put(values, upkeep.updated(), now());
    return entity.set(values);
  }

  /** The values that a change sets, as long as it sets any. */
  public Map<String, @Nullable Object> changed(Map<String, @Nullable Object> values) {
    if (upkeep.isNone()) {
      return values;
    }
    var changed = new LinkedHashMap<String, @Nullable Object>(values);
    changed.keySet().removeIf(upkeep::keeps);
    if (!changed.isEmpty()) {
      put(changed, upkeep.updated(), now());
    }
    return changed;
  }

  /** What deleting a row softly sets. */
  public Map<String, @Nullable Object> deletion() {
    return counted(changed(upkeep.deleted(), now()));
  }

  /** What restoring it sets. */
  public Map<String, @Nullable Object> restoration() {
    return changed(upkeep.deleted(), null);
  }

  private Map<String, @Nullable Object> changed(String property, @Nullable Object value) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    put(values, upkeep.updated(), now());
    values.put(property, value);
    return values;
  }

  /** Typed values as a store sets them: together with the next version. */
  public Map<String, @Nullable Object> counted(Map<String, @Nullable Object> typed) {
    if (upkeep.isVersioned() && !typed.isEmpty()) {
      typed.put(upkeep.version(), Increment.ONE);
    }
    return typed;
  }

  private static void put(
      Map<String, @Nullable Object> values, String property, @Nullable Object value) {
    if (!property.isEmpty()) {
      values.put(property, value);
    }
  }

  /** As exact as dates are. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
