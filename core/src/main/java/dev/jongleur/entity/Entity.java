package dev.jongleur.entity;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Shape;
import dev.jongleur.definition.Strict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value of a model. Immutable and thread-safe; {@link #with} copies. Values lie in slots laid
 * out by the definition's shape; what an open model does not define is kept beside them; related
 * entities that were included are at hand but never part of the value (F-315).
 */
public final class Entity {
  private final ModelDefinition definition;
  private final @Nullable Object[] slots;
  private final Beside beside;

  private Entity(ModelDefinition definition, @Nullable Object[] slots, Beside beside) {
    this.definition = definition;
    this.slots = slots;
    this.beside = beside;
  }

  /** A new entity without any value. */
  public static Entity blank(ModelDefinition definition) {
    return of(definition, new @Nullable Object[definition.shape().size()], Map.of(), false);
  }

  /**
   * An entity from values that are typed already; for connectors.
   *
   * @param slots by the definition's shape: null where absent, {@link Nothing#NULL} for null; the
   *     entity takes the array over
   */
  public static Entity of(
      ModelDefinition definition,
      @Nullable Object[] slots,
      Map<String, ? extends @Nullable Object> open,
      boolean stored) {
    if (slots.length != definition.shape().size()) {
      throw new IllegalArgumentException("the slots do not fit the shape of " + definition);
    }
    Map<String, @Nullable Object> rest =
        open.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(open));
    return new Entity(definition, slots, Beside.of(rest, stored));
  }

  public ModelDefinition definition() {
    return definition;
  }

  /** Whether it came from the store; one that did not is new (F-086). */
  public boolean isStored() {
    return beside.stored();
  }

  /** What happens to values that its model does not define: as the model says, or its own way. */
  public Strict strict() {
    Strict own = beside.own();
    return own == null ? definition.settings().strict() : own;
  }

  /**
   * A copy that is strict in another way than its model (F-049): {@code REFUSE} makes it invalid
   * when it has values that are not defined, {@code FILTER} drops them. A strict model stores none
   * of them, whatever an entity says.
   */
  public Entity withStrict(Strict other) {
    Beside kept = other == Strict.FILTER ? beside.withOpen(Map.of()) : beside;
    return beside(kept.withOwn(other));
  }

  /** The value of a property; null when it is null or absent. */
  public @Nullable Object get(String name) {
    int slot = definition.shape().slot(name);
    return slot >= 0 ? value(slot) : open().get(name);
  }

  /** Whether the property has a value, null included. */
  public boolean has(String name) {
    int slot = definition.shape().slot(name);
    return slot >= 0 ? slots[slot] != null : open().containsKey(name);
  }

  /** The value in a slot: null where absent, {@link Nothing#NULL} for null. For connectors. */
  public @Nullable Object slot(int slot) {
    return slots[slot];
  }

  /** A copy of the slots. For connectors. */
  public @Nullable Object[] slots() {
    return slots.clone();
  }

  /** The values that the model does not define. */
  public Map<String, @Nullable Object> open() {
    return beside.open();
  }

  /**
   * The value of the id property; of a key of several properties a map of their values by name
   * (F-076). Null when there is none.
   */
  public @Nullable Object id() {
    Shape shape = definition.shape();
    return switch (shape.keySize()) {
      case 0 -> null;
      case 1 -> value(shape.keySlot(0));
      default -> composite(shape);
    };
  }

  private @Nullable Map<String, Object> composite(Shape shape) {
    var parts = new LinkedHashMap<String, Object>();
    for (int part = 0; part < shape.keySize(); part++) {
      int slot = shape.keySlot(part);
      Object value = value(slot);
      if (value != null) {
        parts.put(shape.property(slot).name(), value);
      }
    }
    return parts.isEmpty() ? null : Collections.unmodifiableMap(parts);
  }

  private @Nullable Object value(int slot) {
    return slots[slot] == Nothing.NULL ? null : slots[slot];
  }

  /** An included relation: an entity or a list of them. */
  public Optional<Object> related(String relation) {
    return Optional.ofNullable(related().get(relation));
  }

  /** The names of the included relations. */
  public Set<String> relatedNames() {
    return related().keySet();
  }

  /** A copy with this value, read by the property's type. */
  public Entity with(String name, @Nullable Object value) {
    return with(Collections.singletonMap(name, value));
  }

  /**
   * A copy with these values, each read by its property's type. Values of other models are taken as
   * entities; to read them from maps, see {@code Model.assign}.
   */
  public Entity with(Map<String, ? extends @Nullable Object> values) {
    return with(values, ModelLookup.NONE);
  }

  /** The same, with the definitions of the models that properties are of. */
  public Entity with(Map<String, ? extends @Nullable Object> values, ModelLookup models) {
    Entity copy = EntityReader.of(definition, models).strict(strict()).assign(this, values);
    return new Entity(definition, copy.slots, beside.withOpen(copy.open()));
  }

  /** The same entity with other values, without what was included; takes the array over. */
  Entity holding(@Nullable Object[] values, Map<String, @Nullable Object> others) {
    Entity made = of(definition, values, others, isStored());
    Strict own = beside.own();
    return own == null ? made : made.withStrict(own);
  }

  /** A copy with values that are typed already, as {@link #slot} has them. For connectors. */
  public Entity set(Map<String, ? extends @Nullable Object> typed) {
    @Nullable Object[] copy = slots.clone();
    Map<String, @Nullable Object> open = open();
    Map<String, @Nullable Object> rest = open;
    for (var value : typed.entrySet()) {
      int slot = definition.shape().slot(value.getKey());
      if (slot >= 0) {
        copy[slot] = value.getValue();
      } else {
        rest = rest == open ? new LinkedHashMap<>(open) : rest;
        rest.put(value.getKey(), value.getValue() == Nothing.NULL ? null : value.getValue());
      }
    }
    Map<String, @Nullable Object> frozen = rest == open ? open : Collections.unmodifiableMap(rest);
    return new Entity(definition, copy, beside.withOpen(frozen));
  }

  /** A copy with one value that is typed already, as {@link #slot} has it. For connectors. */
  public Entity set(int slot, Object typed) {
    @Nullable Object[] copy = slots.clone();
    copy[slot] = typed;
    return new Entity(definition, copy, beside);
  }

  /** A copy, known to be stored, with the key of the row that it was stored as. For operations. */
  public Entity storedAs(Entity row) {
    Shape shape = definition.shape();
    @Nullable Object[] copy = slots.clone();
    for (int part = 0; part < shape.keySize(); part++) {
      copy[shape.keySlot(part)] = row.slots[shape.keySlot(part)];
    }
    return new Entity(definition, copy, beside.withStored(true));
  }

  /** A copy without this value; with null where the model keeps no absent ones (F-090). */
  public Entity without(String name) {
    return with(name, definition.settings().nullsAbsent() ? null : Nothing.UNDEFINED);
  }

  /** A copy that carries an included relation. */
  public Entity withRelated(String relation, @Nullable Object value) {
    var more = new LinkedHashMap<>(related());
    more.put(relation, value instanceof List<?> list ? frozen(list) : value);
    return beside(beside.withRelated(Collections.unmodifiableMap(more)));
  }

  /** The same values, without what was included: a store keeps values only (F-315). */
  public Entity withoutRelated() {
    return related().isEmpty() ? this : beside(beside.withRelated(Map.of()));
  }

  private static List<?> frozen(List<?> list) {
    return Collections.unmodifiableList(new ArrayList<>(list));
  }

  /** The same values, known to be stored. */
  public Entity asStored() {
    return isStored() ? this : beside(beside.withStored(true));
  }

  /** The same values, as a new entity. */
  public Entity asNew() {
    return isStored() ? beside(beside.withRelated(Map.of()).withStored(false)) : this;
  }

  /**
   * The same values under another definition of the model; itself when it is that already. Keeps
   * what that does not define, whether it is open or not.
   */
  public Entity under(ModelDefinition other) {
    if (definition == other) {
      return this;
    }
    if (definition.shape().equals(other.shape())) {
      return new Entity(other, slots, beside);
    }
    return under(other, ModelLookup.NONE);
  }

  /** The same, with the definitions of the models that properties are of. */
  public Entity under(ModelDefinition other, ModelLookup models) {
    var values = toMap();
    values.replaceAll((name, value) -> value == null ? Nothing.NULL : value);
    EntityReader reader = EntityReader.of(other, models).strict(Strict.OPEN).keepingUnreadable();
    Entity moved = reader.assign(blank(other), values);
    return new Entity(other, moved.slots, beside.withOpen(moved.open()));
  }

  /** Without the values that the model does not define. */
  public Entity defined() {
    return open().isEmpty() ? this : beside(beside.withOpen(Map.of()));
  }

  /** All values by name, hidden ones too; absent properties left out, null kept. */
  public Map<String, @Nullable Object> toMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    Shape shape = definition.shape();
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != null) {
        map.put(shape.property(i).name(), slots[i] == Nothing.NULL ? null : slots[i]);
      }
    }
    map.putAll(open());
    return map;
  }

  /**
   * The form that is shown: no hidden property; nested and included entities written out, without
   * their protected ones too (F-087, F-088). Values stay typed: instants, geopoints.
   */
  public Map<String, @Nullable Object> toJson() {
    return EntityJson.of(this, true, false);
  }

  /** F-087: all values, without hidden or protected ones where asked. */
  public Map<String, @Nullable Object> toObject(boolean removeHidden, boolean removeProtected) {
    return EntityJson.of(this, removeHidden, removeProtected);
  }

  /**
   * F-087: all values, or only those that the model defines, where the entity is strict; without
   * hidden or protected ones where asked.
   */
  public Map<String, @Nullable Object> toObject(
      boolean onlySchema, boolean removeHidden, boolean removeProtected) {
    Entity shown = onlySchema && strict() != Strict.OPEN ? defined() : this;
    return EntityJson.of(shown, removeHidden, removeProtected);
  }

  /**
   * A typed view: a record whose components are filled by name.
   *
   * @throws dev.jongleur.error.DataException when a value does not fit its component
   */
  public <R extends Record> R as(Class<R> view) {
    return RecordView.of(view).fill(this);
  }

  Map<String, @Nullable Object> related() {
    return beside.related();
  }

  private Entity beside(Beside other) {
    return new Entity(definition, slots, other);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Entity that
            && definition.name().equals(that.definition.name())
            && toMap().equals(that.toMap());
  }

  @Override
  public int hashCode() {
    return Objects.hash(definition.name(), id());
  }

  /** The model and the id; never the values, which may be secret. */
  @Override
  public String toString() {
    List<String> keys =
        definition.properties().stream().filter(Property::isId).map(Property::name).toList();
    return definition.name() + keys.stream().map(key -> key + "=" + get(key)).toList();
  }
}
