package dev.jongleur.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property of a model. Immutable.
 *
 * @param key 0, or the place in the primary key, from 1 (F-028)
 * @param generated whether the store makes the value (F-029)
 * @param required whether a blank value is invalid (F-030)
 * @param attributes everything else the definition says: index, length, description, columns
 */
public record Property(
    String name,
    PropertyType type,
    int key,
    boolean generated,
    boolean required,
    Default initial,
    Map<String, Object> attributes) {

  /** The attribute of an id that a model without one was given (F-051). */
  static final String INJECTED = "injected";

  /** The attribute of a key that was added for a relation: the model it refers to (F-254). */
  private static final String FOREIGN_KEY = "foreignKey";

  public Property {
    attributes = Frozen.map(attributes);
  }

  public static Property of(String name, PropertyType type) {
    return new Property(name, type, 0, false, false, Default.NONE, Map.of());
  }

  /** A property that refers to a model, added because a relation needs it (F-254). */
  public static Property foreignKey(String name, PropertyType type, String model) {
    return of(name, type).with(FOREIGN_KEY, model);
  }

  /** Whether it is the id that a model without one is given (F-051): nobody wrote it down. */
  public boolean isInjected() {
    return attributes.containsKey(INJECTED);
  }

  /** Whether an index on it is wanted: it says so, or it was added for a relation. */
  public boolean isIndexed() {
    Object index = index();
    return index != null && !Boolean.FALSE.equals(index);
  }

  public boolean isId() {
    return key > 0;
  }

  public Property asId(int place) {
    return new Property(name, type, place, generated, required, initial, attributes);
  }

  public Property asGenerated() {
    return new Property(name, type, key, true, required, initial, attributes);
  }

  public Property asRequired() {
    return new Property(name, type, key, generated, true, initial, attributes);
  }

  public Property withInitial(Default value) {
    return new Property(name, type, key, generated, required, value, attributes);
  }

  public Property withType(PropertyType other) {
    return new Property(name, other, key, generated, required, initial, attributes);
  }

  public Property with(String attribute, Object value) {
    var more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new Property(name, type, key, generated, required, initial, more);
  }

  /** Whether no two rows may have the same value, as the attribute {@code index} says (F-039). */
  public boolean isUnique() {
    return Indexes.isUnique(attributes.get("index"));
  }

  /** Whether a new entity has the literal default where it is given nothing (F-034). */
  public boolean appliesDefault() {
    return !Boolean.FALSE.equals(attributes.get("applyDefaultOnWrites"));
  }

  /** Whether an entity that is made keeps a value that is the literal default (F-035). */
  public boolean keepsDefault() {
    return !Boolean.FALSE.equals(attributes.get("persistDefaultValues"));
  }

  /** The part that decides storage: name, type, key, generation, length and index. */
  String canonical() {
    return Canonical.name(name)
        + ":"
        + type.canonical()
        + (key > 0 ? "#" + key : "")
        + (generated ? "!" : "")
        + part("@", attributes.get("length"))
        + part("~", index());
  }

  /**
   * What the definition says of an index on it; a key that a relation added has one, though nobody
   * said so. Null when there is none.
   */
  @Nullable Object index() {
    return attributes.containsKey(FOREIGN_KEY)
        ? attributes.getOrDefault("index", true)
        : attributes.get("index");
  }

  private static String part(String mark, @Nullable Object value) {
    return value == null ? "" : mark + Canonical.name(value.toString());
  }
}
