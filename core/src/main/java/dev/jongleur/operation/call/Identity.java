package dev.jongleur.operation.call;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a model: the value of its id property, or where several properties make up the key a
 * map of their values by name (F-076, F-081).
 */
public record Identity(ModelDefinition model) {

  /** Whether a whole key is a map. */
  boolean isComposite() {
    return model.shape().keySize() > 1;
  }

  /**
   * An id as its properties hold it.
   *
   * @throws MissingKeyException when the model has none
   * @throws DataException when it is not given, or not whole
   */
  public Object read(Call call, @Nullable Object raw) {
    if (raw == null || raw == Nothing.UNDEFINED || raw.equals("")) {
      throw needed();
    }
    return isComposite() ? parts(call, raw) : value(call, call.idProperty(), raw);
  }

  private Map<String, Object> parts(Call call, Object raw) {
    if (!(raw instanceof Map<?, ?> given) || given.size() != model.shape().keySize()) {
      throw needed();
    }
    var parts = new LinkedHashMap<String, Object>();
    for (Property part : keys()) {
      parts.put(part.name(), value(call, part, given.get(part.name())));
    }
    return Collections.unmodifiableMap(parts);
  }

  private Object value(Call call, Property property, @Nullable Object raw) {
    Object value = raw == null ? null : call.reader().slotValue(property, raw);
    if (value == null || value == Nothing.NULL) {
      throw needed();
    }
    return value;
  }

  /** The id that data brings along whole; empty where a part of it is not given. */
  public Optional<Object> in(Call call, Map<String, ? extends @Nullable Object> data) {
    var parts = new LinkedHashMap<String, @Nullable Object>();
    for (Property part : keys()) {
      Object raw = data.get(part.name());
      if (raw != null && raw != Nothing.UNDEFINED) {
        parts.put(part.name(), raw);
      }
    }
    boolean isWhole = !parts.isEmpty() && parts.size() == model.shape().keySize();
    return isWhole
        ? Optional.of(read(call, isComposite() ? parts : parts.values().iterator().next()))
        : Optional.empty();
  }

  /** The values of the key's properties, of an id that was read. */
  public Map<String, Object> values(Object id) {
    var values = new LinkedHashMap<String, Object>();
    if (isComposite() && id instanceof Map<?, ?> parts) {
      parts.forEach((name, value) -> values.put(String.valueOf(name), value));
    } else {
      values.put(model.shape().property(model.shape().keySlot(0)).name(), id);
    }
    return values;
  }

  /** Data without the key that it brings along. */
  public Map<String, @Nullable Object> without(Map<String, ? extends @Nullable Object> data) {
    var rest = new LinkedHashMap<String, @Nullable Object>(data);
    keys().forEach(key -> rest.remove(key.name()));
    return rest;
  }

  /** The value of one of them. */
  public @Nullable Object part(Object id, Property key) {
    return isComposite() && id instanceof Map<?, ?> parts ? parts.get(key.name()) : id;
  }

  /** Where the row with an id is that was read. */
  public Where where(Object id) {
    if (!isComposite()) {
      return Where.eq(model.shape().property(model.shape().keySlot(0)).name(), id);
    }
    var parts = new ArrayList<Where>();
    values(id).forEach((name, value) -> parts.add(Where.eq(name, value)));
    return Where.and(parts.toArray(Where[]::new));
  }

  /** Where the rows with these ids are. */
  public Where among(List<Object> ids) {
    return isComposite()
        ? Where.or(ids.stream().map(this::where).toArray(Where[]::new))
        : Where.inq(model.shape().property(model.shape().keySlot(0)).name(), ids);
  }

  /**
   * Where exactly this entity is.
   *
   * @throws MissingKeyException when the model has no id
   */
  public Where where(Entity entity) {
    Shape shape = model.shape();
    var parts = new Where[shape.keySize()];
    for (int part = 0; part < parts.length; part++) {
      String name = shape.property(shape.keySlot(part)).name();
      parts[part] = Where.eq(name, entity.get(name));
    }
    return switch (parts.length) {
      case 0 -> throw new MissingKeyException(model.name());
      case 1 -> parts[0];
      default -> Where.and(parts);
    };
  }

  /** The properties of the key in their order. */
  public List<Property> keys() {
    Shape shape = model.shape();
    var keys = new ArrayList<Property>(shape.keySize());
    for (int part = 0; part < shape.keySize(); part++) {
      keys.add(shape.property(shape.keySlot(part)));
    }
    return keys;
  }

  private DataException needed() {
    String what =
        isComposite()
            ? " is an object of " + keys().stream().map(Property::name).toList() + "."
            : " is needed.";
    return new DataException("An id of \"" + model.name() + "\"" + what);
  }
}
