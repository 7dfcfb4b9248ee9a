package dev.jongleur.definition;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a model is related to another (F-248). Immutable.
 *
 * @param model the name of the related model
 * @param foreignKey the property that refers: on this model for {@code BELONGS_TO}, else on the
 *     other
 * @param settings what else the definition says: primaryKey, through, scope, options
 */
public record Relation(
    String name, Kind kind, String model, String foreignKey, Map<String, Object> settings) {

  /** The kinds of relation, by LoopBack's names. */
  public enum Kind {
    HAS_MANY("hasMany"),
    BELONGS_TO("belongsTo"),
    HAS_ONE("hasOne"),
    HAS_AND_BELONGS_TO_MANY("hasAndBelongsToMany"),
    REFERENCES_MANY("referencesMany"),
    EMBEDS_ONE("embedsOne"),
    EMBEDS_MANY("embedsMany");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** The kind with LoopBack's name for it, in any case. */
    public static Optional<Kind> named(String name) {
      for (Kind kind : values()) {
        if (kind.label.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  public Relation {
    settings = Frozen.map(settings);
  }

  public static Relation hasMany(String name, String model, String foreignKey) {
    return new Relation(name, Kind.HAS_MANY, model, foreignKey, Map.of());
  }

  public static Relation belongsTo(String name, String model, String foreignKey) {
    return new Relation(name, Kind.BELONGS_TO, model, foreignKey, Map.of());
  }

  public static Relation hasOne(String name, String model, String foreignKey) {
    return new Relation(name, Kind.HAS_ONE, model, foreignKey, Map.of());
  }

  /**
   * The same through a model between: its rows have {@code foreignKey}, which refers to this model,
   * and another key, which refers to the related one (F-272).
   */
  public Relation withThrough(String between, String keyThrough) {
    var more = new LinkedHashMap<>(settings);
    more.put("through", between);
    more.put("keyThrough", keyThrough);
    return new Relation(name, kind, model, foreignKey, more);
  }

  /** The key that is referred to, when it is not the id. */
  public Optional<String> primaryKey() {
    return Optional.ofNullable((String) settings.get("primaryKey"));
  }

  /** The model between the two, where the definition names one; or empty. */
  public String through() {
    Object named = settings.getOrDefault("through", settings.get("throughTable"));
    return named instanceof String name ? name : "";
  }

  /** How the related model is chosen by each row, for a polymorphic relation (F-285). */
  public Optional<Polymorphic> polymorphic() {
    return Polymorphic.of(this);
  }

  /** The property of the model between that refers to the far model, where that is said. */
  public Optional<String> keyThrough() {
    return Optional.ofNullable(settings.get("keyThrough") instanceof String said ? said : null);
  }

  /** Whether the two are linked by the rows of a model between them (F-272). */
  public boolean isThrough() {
    return kind == Kind.HAS_AND_BELONGS_TO_MANY || kind == Kind.HAS_MANY && !through().isEmpty();
  }

  /** Whether this kind is served: the others are known, and refused by name when used. */
  public boolean isServed() {
    return !settings.containsKey("polymorphic")
        && switch (kind) {
          case HAS_MANY, BELONGS_TO, HAS_ONE, HAS_AND_BELONGS_TO_MANY -> true;
          case REFERENCES_MANY, EMBEDS_ONE, EMBEDS_MANY -> false;
        };
  }
}
