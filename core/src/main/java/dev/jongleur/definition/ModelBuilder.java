package dev.jongleur.definition;

import dev.jongleur.definition.Check.Mention;
import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects a definition and checks it as a whole. Not thread-safe; used once. */
public final class ModelBuilder {
  /** The id that a model without one is given (F-051). */
  private static final Property INJECTED_ID =
      Property.of("id", ScalarType.NUMBER).asId(1).asGenerated().with(Property.INJECTED, true);

  /** Most models have fewer properties. */
  private static final int ROOM = 12;

  private final String name;
  private final Map<String, Property> properties;
  private final Map<String, Relation> relations;
  private final List<Validation> validations;

  /** The key of the base: it goes when the model names one of its own (F-094). */
  private final Set<String> inheritedKey = new HashSet<>();

  private final Set<String> removed = new HashSet<>();
  private ModelSettings settings;
  private boolean injectsId;
  private boolean partial;
  private final List<Mention> mentions = new ArrayList<>();

  ModelBuilder(String name) {
    this(name, List.of(), Map.of(), List.of(), ModelSettings.DEFAULT);
    injectsId = true;
  }

  ModelBuilder(
      String name,
      List<Property> properties,
      Map<String, Relation> relations,
      List<Validation> validations,
      ModelSettings settings) {
    this.name = name;
    this.properties = LinkedHashMap.newLinkedHashMap(Math.max(ROOM, properties.size()));
    properties.forEach(property -> this.properties.put(property.name(), property));
    this.relations = new LinkedHashMap<>(relations);
    this.validations = new ArrayList<>(validations);
    this.settings = settings;
  }

  /** Begins with what a base hands on. */
  ModelBuilder(String name, ModelDefinition base) {
    this(
        name,
        base.shape().properties(),
        base.relations(),
        base.validations(),
        base.settings().handedOn(base.name()));
    base.properties().stream()
        .filter(Property::isId)
        .forEach(property -> inheritedKey.add(property.name()));
  }

  public ModelBuilder property(String property, PropertyType type, PropertyOption... options) {
    Property made = Property.of(property, type);
    for (PropertyOption option : options) {
      made = option.apply(made);
    }
    return property(made);
  }

  public ModelBuilder property(Property property) {
    if (property.isId()) {
      inheritedKey.remove(property.name());
      properties.keySet().removeAll(inheritedKey);
      inheritedKey.clear();
    }
    properties.put(property.name(), property);
    return this;
  }

  /** Removes an inherited property (F-045). */
  public ModelBuilder without(String property) {
    properties.remove(property);
    removed.add(property);
    return this;
  }

  /**
   * Optimistic locking: every change moves this number on, and checks that it is still what the
   * caller saw. A model that does not define it has it all the same.
   */
  public ModelBuilder versioned(String property) {
    this.settings = settings.with(Upkeep.VERSION, property);
    return this;
  }

  /** Soft deletion: a deleted row stays, with the time of it in this property, and is not found. */
  public ModelBuilder softDelete(String property) {
    this.settings = settings.with(Upkeep.SOFT_DELETE, property);
    return this;
  }

  /** Keeps {@code createdAt} and {@code updatedAt}. */
  public ModelBuilder timestamps() {
    this.settings = settings.with(Upkeep.TIMESTAMPS, true);
    return this;
  }

  /** Keeps when a row was created and changed last in properties of these names. */
  public ModelBuilder timestamps(String created, String updated) {
    this.settings =
        settings.with(Upkeep.TIMESTAMPS, Map.of("createdAt", created, "updatedAt", updated));
    return this;
  }

  public ModelBuilder relation(Relation relation) {
    relations.put(relation.name(), relation);
    return this;
  }

  /** An index over several properties (F-064). */
  public ModelBuilder index(Index index) {
    this.settings = Indexes.with(settings, index);
    index.paths().forEach(path -> mention("indexes." + index.name(), path.split("\\.", 2)[0]));
    return this;
  }

  /** Removes an inherited relation. */
  public ModelBuilder withoutRelation(String relation) {
    relations.remove(relation);
    return this;
  }

  /** Adds a rule; one that is there already counts once. */
  public ModelBuilder validate(Validation validation) {
    if (!validations.contains(validation)) {
      validations.add(validation);
    }
    return this;
  }

  public ModelBuilder validate(String property, Validation.Rule rule, ValidationOption... options) {
    return validate(Validation.of(property, rule, options));
  }

  /** The same rule for several properties. */
  public ModelBuilder validate(
      List<String> names, Validation.Rule rule, ValidationOption... options) {
    names.forEach(property -> validate(property, rule, options));
    return this;
  }

  public ModelBuilder settings(ModelSettings all) {
    this.settings = all;
    return this;
  }

  public ModelBuilder strict(Strict strict) {
    this.settings = settings.withStrict(strict);
    return this;
  }

  /** Properties that are never serialised, beside those that are hidden already (F-057). */
  public ModelBuilder hidden(String... names) {
    var all = new LinkedHashSet<>(settings.hidden());
    all.addAll(List.of(names));
    this.settings = settings.withHidden(all);
    List.of(names).forEach(hidden -> mention("hidden", hidden));
    return this;
  }

  /** LoopBack's {@code protected}: properties that are serialised only at the root (F-057). */
  public ModelBuilder sheltered(String... names) {
    var all = new LinkedHashSet<>(settings.sheltered());
    all.addAll(List.of(names));
    this.settings = settings.withSheltered(all);
    List.of(names).forEach(sheltered -> mention("protected", sheltered));
    return this;
  }

  /** The default scope, as a filter in its raw form (F-326). */
  public ModelBuilder defaultScope(Map<String, Object> filter) {
    this.settings = settings.withScope(filter);
    return this;
  }

  /** A named scope, as a filter in its raw form (F-320); in the place of one of that name. */
  public ModelBuilder scope(String scope, Map<String, Object> filter) {
    var all = new LinkedHashMap<>(settings.scopes());
    all.put(scope, filter);
    this.settings = settings.withScopes(all);
    return this;
  }

  /** Names a mixin, to be applied when the model is defined (F-055). */
  public ModelBuilder mixin(String mixin) {
    return mixin(mixin, true);
  }

  /** Names a mixin with its options; naming it again applies it once more. */
  public ModelBuilder mixin(String mixin, Map<String, Object> options) {
    return mixin(mixin, (Object) options);
  }

  private ModelBuilder mixin(String mixin, Object use) {
    this.settings = settings.withMixin(mixin, use);
    return this;
  }

  /** Any other setting of the definition language, by its name (F-059 to F-068). */
  public ModelBuilder setting(String key, Object value) {
    this.settings = settings.with(key, value);
    return this;
  }

  /** F-051: with false a model may be without a key. */
  public ModelBuilder injectId(boolean inject) {
    this.injectsId = inject;
    return this;
  }

  /**
   * Notes that the definition names a property at a place; on a closed model there has to be one.
   */
  public ModelBuilder mention(String path, String property) {
    mentions.add(new Mention(path, property));
    return this;
  }

  /** For a part of a definition, which may name what only the whole defines. */
  public ModelBuilder partial() {
    this.partial = true;
    return this;
  }

  /**
   * The finished definition.
   *
   * @throws DefinitionException listing everything that is wrong with it
   */
  public ModelDefinition build() {
    check();
    return new ModelDefinition(name, withId(), relations, validations, settings);
  }

  private List<Property> withId() {
    if (!injectsId || isKeyed()) {
      return List.copyOf(properties.values());
    }
    var all = new ArrayList<Property>(properties.size() + 1);
    all.add(INJECTED_ID);
    for (Property property : properties.values()) {
      if (!property.name().equals(INJECTED_ID.name())) {
        all.add(property);
      }
    }
    return all;
  }

  private boolean isKeyed() {
    for (Property property : properties.values()) {
      if (property.isId()) {
        return true;
      }
    }
    return false;
  }

  private void check() {
    var errors = new ArrayList<String>();
    Upkeep.check(settings, errors);
    Upkeep.of(settings).complete(properties, removed, errors);
    var check = new Check(properties, relations, settings).parts(name);
    errors.addAll((partial ? check : check.references(mentions)).errors());
    if (!errors.isEmpty()) {
      throw new DefinitionException(name, errors);
    }
  }
}
