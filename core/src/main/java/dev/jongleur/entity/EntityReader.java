package dev.jongleur.entity;

import dev.jongleur.definition.Default;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Shape;
import dev.jongleur.definition.Strict;
import dev.jongleur.error.DataException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes entities of one model from loose data: reads each value by its type, applies defaults,
 * keeps or drops what the model does not define. Thread-safe.
 */
public final class EntityReader {
  private static final String NANOID =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ModelDefinition definition;
  private final ModelLookup models;
  private final Strict strict;
  private final boolean keepsUnreadable;
  private final boolean givesDefaults;

  private EntityReader(
      ModelDefinition definition,
      ModelLookup models,
      Strict strict,
      boolean keepsUnreadable,
      boolean givesDefaults) {
    this.definition = definition;
    this.models = models;
    this.strict = strict;
    this.keepsUnreadable = keepsUnreadable;
    this.givesDefaults = givesDefaults;
  }

  public static EntityReader of(ModelDefinition definition, ModelLookup models) {
    return new EntityReader(definition, models, definition.settings().strict(), false, true);
  }

  /** The same, with another rule for properties that are not defined (F-049). */
  public EntityReader strict(Strict other) {
    return new EntityReader(definition, models, other, keepsUnreadable, givesDefaults);
  }

  /** For rows that are stored already: what a type refuses is kept as {@link Unreadable}. */
  EntityReader keepingUnreadable() {
    return new EntityReader(definition, models, strict, true, givesDefaults);
  }

  /** The same, without defaults for what is not given (F-083). */
  public EntityReader withoutDefaults() {
    return new EntityReader(definition, models, strict, keepsUnreadable, false);
  }

  /** A new entity from data, with defaults for what it leaves out (F-033). */
  public Entity read(Map<String, ? extends @Nullable Object> data) {
    Shape shape = definition.shape();
    @Nullable Object[] slots = new @Nullable Object[shape.size()];
    Map<String, @Nullable Object> open = fill(slots, Map.of(), data);
    if (!definition.relations().isEmpty()) {
      OwnerKeys.fill(this, definition, slots, data);
    }
    for (int slot = 0; slot < slots.length; slot++) {
      slots[slot] = settled(shape.property(slot), slots[slot]);
      if (slots[slot] == null && definition.settings().nullsAbsent()) {
        slots[slot] = Nothing.NULL;
      }
    }
    Entity read = Entity.of(definition, slots, open, false);
    return strict == definition.settings().strict() ? read : read.withStrict(strict);
  }

  /** A copy of an entity with these values read and set; a value not given is removed. */
  public Entity assign(Entity entity, Map<String, ? extends @Nullable Object> data) {
    @Nullable Object[] slots = entity.slots();
    Map<String, @Nullable Object> open = fill(slots, entity.open(), data);
    if (definition.settings().nullsAbsent()) {
      data.keySet().forEach(name -> nullIfAbsent(slots, definition.shape().slot(name)));
    }
    return entity.holding(slots, open);
  }

  /** F-060, F-090: what is removed is null there. */
  private static void nullIfAbsent(@Nullable Object[] slots, int slot) {
    if (slot >= 0 && slots[slot] == null) {
      slots[slot] = Nothing.NULL;
    }
  }

  /** Reads the data into the slots, and what is not defined into the values that are returned. */
  private Map<String, @Nullable Object> fill(
      @Nullable Object[] slots,
      Map<String, @Nullable Object> before,
      Map<String, ? extends @Nullable Object> data) {
    Shape shape = definition.shape();
    Map<String, @Nullable Object> open = before;
    var refused = new ArrayList<String>();
    for (var entry : data.entrySet()) {
      String name = entry.getKey();
      int slot = shape.slot(name);
      if (slot >= 0) {
        set(slots, slot, entry.getValue(), refused);
      } else if (keeps(name)) {
        open = open == before ? new LinkedHashMap<>(before) : open;
        setOpen(open, name, entry.getValue());
      }
    }
    if (!refused.isEmpty()) {
      throw new DataException(String.join(" ", refused));
    }
    return open;
  }

  private void set(
      @Nullable Object[] slots, int slot, @Nullable Object value, List<String> refused) {
    try {
      slots[slot] = slotValue(definition.shape().property(slot), value);
    } catch (DataException e) {
      if (keepsUnreadable && value != null) {
        slots[slot] = new Unreadable(Values.text(value));
      } else {
        refused.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Whether a name that is no property's is kept: neither a relation's nor filtered out. */
  private boolean keeps(String name) {
    if (definition.relations().containsKey(name) || strict == Strict.FILTER) {
      return false;
    }
    checkName(name);
    return true;
  }

  ModelLookup models() {
    return models;
  }

  /** One value as its property holds it, as it lies in a slot. */
  public @Nullable Object slotValue(Property property, @Nullable Object value) {
    if (value == Nothing.UNDEFINED) {
      return null;
    }
    try {
      Object read = Values.read(property.type(), value, models);
      return read == null ? Nothing.NULL : read;
    } catch (DataException e) {
      throw new DataException(
          "\"" + property.name() + "\" of \"" + definition.name() + "\": " + e.getMessage());
    }
  }

  private static void setOpen(
      Map<String, @Nullable Object> open, String name, @Nullable Object value) {
    if (value == Nothing.UNDEFINED) {
      open.remove(name);
    } else {
      open.put(name, Values.plain(value));
    }
  }

  private void checkName(String name) {
    if (name.isEmpty() || name.contains(".") || name.equals("constructor")) {
      throw new DataException(
          "\"" + name + "\" cannot be the name of a property of \"" + definition.name() + "\".");
    }
  }

  /** A value that was given, else its default; nothing where that is not to be kept. */
  private @Nullable Object settled(Property property, @Nullable Object given) {
    return switch (property.initial()) {
      case Default.None _ -> given;
      case Default.Literal(Object value) -> literal(property, given, value);
      case Default.Made(Default.By by) when given == null && givesDefaults ->
          slotValue(property, make(by, property.type().stored()));
      case Default.Made _ -> given;
    };
  }

  private @Nullable Object literal(Property property, @Nullable Object given, Object value) {
    if (given == null) {
      boolean isApplied = givesDefaults && property.appliesDefault() && property.keepsDefault();
      return isApplied ? slotValue(property, value) : null;
    }
    boolean isKept = property.keepsDefault() || !given.equals(slotValue(property, value));
    return isKept ? given : null;
  }

  private static Object make(Default.By by, PropertyType type) {
    return switch (by) {
      case NOW -> now(type);
      case UUID -> UUID.randomUUID().toString();
      case NANOID -> nanoid();
    };
  }

  private static Object now(PropertyType type) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return switch (type) {
      case ScalarType.DATEONLY -> LocalDate.ofInstant(now, ZoneOffset.UTC);
      case ScalarType.DATESTRING -> Values.iso(now);
      case ScalarType.LONG -> now.toEpochMilli();
      default -> now;
    };
  }

  private static String nanoid() {
    var text = new StringBuilder(9);
    for (int i = 0; i < 9; i++) {
      text.append(NANOID.charAt(RANDOM.nextInt(64)));
    }
    return text.toString();
  }
}
