package dev.jongleur.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a model that Jongleur keeps itself, by name; empty where it keeps none. Said by
 * the settings {@code versionProperty}, {@code softDelete} and {@code timestamps}. A property that
 * the model does not define is added to it. Immutable.
 *
 * @param version a number that every change moves on, and that a change checks
 * @param deleted when the row was deleted; a row that has it counts as gone
 * @param created when the row was stored first
 * @param updated when it was changed last
 */
public record Upkeep(String version, String deleted, String created, String updated) {
  public static final Upkeep NONE = new Upkeep("", "", "", "");

  static final String VERSION = "versionProperty";
  static final String SOFT_DELETE = "softDelete";
  static final String TIMESTAMPS = "timestamps";

  private static final Set<String> WHOLE = Set.of("NUMBER", "INTEGER", "LONG");

  /** What the settings say; what they say wrongly is nothing. */
  static Upkeep of(ModelSettings settings) {
    Map<String, Object> said = settings.others();
    if (Stream.of(VERSION, SOFT_DELETE, TIMESTAMPS).noneMatch(said::containsKey)) {
      return NONE;
    }
    Object stamps = said.get(TIMESTAMPS);
    return new Upkeep(
        name(said.get(VERSION), "version"),
        name(said.get(SOFT_DELETE), "deletedAt"),
        name(stamp(stamps, "createdAt"), "createdAt"),
        name(stamp(stamps, "updatedAt"), "updatedAt"));
  }

  public boolean isNone() {
    return this == NONE;
  }

  public boolean isVersioned() {
    return !version.isEmpty();
  }

  public boolean isSoft() {
    return !deleted.isEmpty();
  }

  /** Whether Jongleur keeps this property. */
  public boolean keeps(String property) {
    return !property.isEmpty() && names().contains(property);
  }

  /** The properties it is about, each as it is when the model says no more of it. */
  Map<String, Property> properties() {
    var all = new LinkedHashMap<String, Property>();
    for (String name : names()) {
      if (!name.isEmpty()) {
        ScalarType type = name.equals(version) ? ScalarType.NUMBER : ScalarType.DATE;
        all.put(name, Property.of(name, type));
      }
    }
    return all;
  }

  /** Says which of these settings cannot be understood. */
  static void check(ModelSettings settings, List<String> errors) {
    Map<String, Object> said = settings.others();
    for (String key : List.of(VERSION, SOFT_DELETE)) {
      if (said.containsKey(key) && !isNameOrFlag(said.get(key))) {
        errors.add(key + ": the name of a property is needed, or true");
      }
    }
    Object stamps = said.get(TIMESTAMPS);
    boolean isFine =
        stamps instanceof Map<?, ?> names
            ? names.values().stream().allMatch(Upkeep::isNameOrFlag)
            : !said.containsKey(TIMESTAMPS) || stamps instanceof Boolean;
    if (!isFine) {
      errors.add(TIMESTAMPS + ": true is needed, or names for createdAt and updatedAt");
    }
  }

  private static boolean isNameOrFlag(@Nullable Object said) {
    return said instanceof String || said instanceof Boolean;
  }

  /** Whether this property is one that was added, not one that the model defines. */
  boolean adds(Property property) {
    return property.equals(properties().get(property.name()));
  }

  /**
   * Adds to a model what it lacks of these properties, and says what is wrong with the others.
   *
   * @param removed what the model is not to have
   */
  void complete(Map<String, Property> defined, Set<String> removed, List<String> errors) {
    properties()
        .forEach((name, property) -> {
          Property own = defined.getOrDefault(name, property);
          if (removed.contains(name) && !defined.containsKey(name)) {
            errors.add("properties." + name + ": Jongleur keeps it, as the settings say");
          } else if (own.isId() || !fits(name, own.type())) {
            errors.add("properties." + name + ": it is to be a " + property.type().canonical());
          }
          defined.put(name, own);
        });
  }

  private boolean fits(String name, PropertyType type) {
    return name.equals(version)
        ? type instanceof ScalarType scalar && WHOLE.contains(scalar.name())
        : type == ScalarType.DATE;
  }

  private List<String> names() {
    return List.of(version, deleted, created, updated);
  }

  private static @Nullable Object stamp(@Nullable Object stamps, String key) {
    return stamps instanceof Map<?, ?> map ? map.get(key) : stamps;
  }

  private static String name(@Nullable Object said, String usual) {
    return switch (said) {
      case String own -> own;
      case Boolean flag when flag -> usual;
      case null, default -> "";
    };
  }
}
