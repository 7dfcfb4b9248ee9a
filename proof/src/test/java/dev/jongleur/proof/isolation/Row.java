package dev.jongleur.proof.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.Default;
import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row as its tenant left it. What the model does not define at the moment sleeps, and shows
 * again when it is defined again.
 */
final class Row {
  private final Map<String, Object> values = new HashMap<>();

  /** What slept when the whole row was replaced: a connector may keep it or not. */
  private final Map<String, Object> faded = new HashMap<>();

  private Row() {}

  /** A new row of these data: what was not given is absent, or its default. */
  static Row created(Entity shown, Map<String, ?> given) {
    Row row = new Row();
    shown.definition().properties().forEach(property -> row.create(shown, property, given));
    return row;
  }

  private void create(Entity shown, Property property, Map<String, ?> given) {
    Object value = plain(shown.get(property.name()));
    if (given.containsKey(property.name())) {
      assertThat(value).as(property.name()).isEqualTo(given.get(property.name()));
    } else if (!property.isId()) {
      assertThat(value).as(property.name()).isIn(null, initial(property));
    }
    if (value != null) {
      values.put(property.name(), value);
    }
  }

  /** A row of these data in the place of this one. */
  Row replaced(Entity shown, Map<String, ?> given) {
    Row row = created(shown, given);
    row.faded.putAll(faded);
    row.faded.putAll(values);
    shown.definition().properties().forEach(property -> row.faded.remove(property.name()));
    return row;
  }

  /** Takes over what was given of a patch, which is to show what else was there. */
  void patch(Entity shown, Map<String, ?> given) {
    given.forEach((name, value) -> {
      if (shown.definition().property(name).isPresent()) {
        set(name, value);
      }
    });
    check(shown);
  }

  void set(String name, Object value) {
    values.put(name, value);
    faded.remove(name);
  }

  /** Sees that an entity shows this row and nothing else. */
  void check(Entity shown) {
    assertThat(shown.open()).isEmpty();
    for (Property property : shown.definition().properties()) {
      Object value = plain(shown.get(property.name()));
      if (!allows(property.name(), value)) {
        assertThat(value)
            .as("%s of %s", property.name(), shown)
            .isEqualTo(values.get(property.name()));
      }
    }
  }

  private boolean allows(String name, @Nullable Object value) {
    Object known = values.get(name);
    return known != null ? known.equals(value) : value == null || value.equals(faded.get(name));
  }

  long n() {
    return (long) Objects.requireNonNull(values.get("n"));
  }

  boolean holds(String name, Object value) {
    return value.equals(values.get(name));
  }

  private static @Nullable Object initial(Property property) {
    return property.initial() instanceof Default.Literal(Object value) ? plain(value) : null;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Number number ? (Object) number.longValue() : value;
  }
}
