package dev.jongleur.definition;

import dev.jongleur.error.DefinitionException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A model's structure and rules as data: immutable, compared by content in full, safe to share
 * between tenants and threads. Made by {@link #named}, or read from LoopBack's JSON by the json
 * module.
 */
public final class ModelDefinition {
  private final String name;
  private final Shape shape;
  private final Map<String, Relation> relations;
  private final List<Validation> validations;
  private final ModelSettings settings;
  private final Upkeep upkeep;
  private final int hash;
  private final Derived derived = new Derived();

  ModelDefinition(
      String name,
      List<Property> properties,
      Map<String, Relation> relations,
      List<Validation> validations,
      ModelSettings settings) {
    this.name = name;
    this.shape = new Shape(name, List.copyOf(properties), settings.strict() == Strict.OPEN);
    this.relations = frozen(relations);
    this.validations = List.copyOf(validations);
    this.settings = settings;
    this.upkeep = Upkeep.of(settings);
    this.hash = hash(shape.properties());
  }

  private static Map<String, Relation> frozen(Map<String, Relation> relations) {
    return relations.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(relations));
  }

  /** Over everything, so that definitions of one hash are rare, whoever makes them up. */
  private int hash(List<Property> properties) {
    int made = name.hashCode();
    for (Property property : properties) {
      made = 31 * made + property.hashCode();
    }
    made = 31 * made + relations.hashCode();
    made = 31 * made + validations.hashCode();
    return 31 * made + settings.hashCode();
  }

  /** Begins a definition; {@code build} checks it. */
  public static ModelBuilder named(String name) {
    return new ModelBuilder(name);
  }

  /**
   * Builds a definition in one expression.
   *
   * @throws DefinitionException listing everything that is wrong with it
   */
  public static ModelDefinition of(String name, Consumer<ModelBuilder> content) {
    ModelBuilder builder = named(name);
    content.accept(builder);
    return builder.build();
  }

  /**
   * Builds a model that has all of this one (properties, rules, relations, scopes, strictness) and
   * says what is different; what it is given takes the place of what it inherits. It is data: a
   * later change of this definition does not concern it. The observers of this model are called
   * first for it too (F-094, F-349).
   *
   * @throws DefinitionException listing everything that is wrong with it
   */
  public ModelDefinition extend(String name, Consumer<ModelBuilder> content) {
    ModelBuilder builder = extending(name);
    content.accept(builder);
    return builder.build();
  }

  /** Begins a model that has all of this one; {@code build} checks it. */
  public ModelBuilder extending(String name) {
    return new ModelBuilder(name, this);
  }

  /**
   * The definition that a record stands for: its components are the properties, its name is the
   * model's. The one called {@code id} is the key; primitives are required, but for a key. What the
   * types cannot say, annotations do, such as {@link dev.jongleur.annotation.Length}.
   *
   * @throws DefinitionException listing everything that is wrong with it, each with the path to it
   */
  public static ModelDefinition of(Class<? extends Record> source) {
    return RecordDefinition.of(source);
  }

  public String name() {
    return name;
  }

  public Collection<Property> properties() {
    return shape.properties();
  }

  public Optional<Property> property(String property) {
    int slot = shape.slot(property);
    return slot < 0 ? Optional.empty() : Optional.of(shape.property(slot));
  }

  public Map<String, Relation> relations() {
    return relations;
  }

  public Optional<Relation> relation(String relation) {
    return Optional.ofNullable(relations.get(relation));
  }

  public List<Validation> validations() {
    return validations;
  }

  public ModelSettings settings() {
    return settings;
  }

  /** The indexes of its properties and those in its settings (F-039, F-064); made at each call. */
  public List<Index> indexes() {
    return Indexes.of(shape.properties(), settings);
  }

  /** The model that this one extends: its observers are called first (F-053, F-349). */
  public Optional<String> base() {
    return settings.others().get("base") instanceof String name
        ? Optional.of(name)
        : Optional.empty();
  }

  public Shape shape() {
    return shape;
  }

  /** The properties that Jongleur keeps itself. */
  public Upkeep upkeep() {
    return upkeep;
  }

  public boolean hasKey() {
    return shape.keySize() > 0;
  }

  /** The key property called {@code id}, else the first part of the key (F-075). */
  public Optional<Property> idProperty() {
    Optional<Property> plain = property("id").filter(Property::isId);
    if (plain.isPresent()) {
      return plain;
    }
    return hasKey() ? Optional.of(shape.property(shape.keySlot(0))) : Optional.empty();
  }

  /** The name of the id property. */
  public Optional<String> idName() {
    return idProperty().map(Property::name);
  }

  /** F-077: whether new entities may not bring their own id. */
  public boolean forcesId() {
    boolean generated = idProperty().map(Property::generated).orElse(false);
    return settings.forceId().orElse(generated);
  }

  public boolean isOpen() {
    return settings.strict() == Strict.OPEN;
  }

  /** The name in REST paths and of relations to many (F-054). */
  public String plural() {
    return settings.plural().isEmpty() ? Plural.of(name) : settings.plural();
  }

  /**
   * What is made of this definition once, for all who use it: for what works with definitions.
   *
   * @param kind its class, of which a definition has one thing
   */
  public <T> T derived(Class<T> kind, Function<ModelDefinition, T> maker) {
    return derived.get(kind, () -> maker.apply(this));
  }

  /** The names under which a kind of connector keeps this model, as the definition says. */
  public Mapping mapping(String connector) {
    return new Mapping(this, connector);
  }

  /** The parts of the primary key, in order (F-075). */
  public List<Property> keyProperties() {
    return IntStream.range(0, shape.keySize())
        .mapToObj(part -> shape.property(shape.keySlot(part)))
        .toList();
  }

  /**
   * Whether a property is not to be given when a row is made (F-036): it says so, or it is an id
   * that is forced.
   */
  public boolean isUpdateOnly(Property property) {
    return property.isId() && forcesId()
        || Boolean.TRUE.equals(property.attributes().get("updateOnly"));
  }

  /** The properties that are not to be given when a row is made (F-036). */
  public List<Property> updateOnlyProperties() {
    return shape.properties().stream().filter(this::isUpdateOnly).toList();
  }

  /** A builder that starts from this definition. */
  public ModelBuilder toBuilder() {
    return new ModelBuilder(name, shape.properties(), relations, validations, settings);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ModelDefinition that
            && hash == that.hash
            && name.equals(that.name)
            && shape.properties().equals(that.shape.properties())
            && relations.equals(that.relations)
            && validations.equals(that.validations)
            && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "Model " + name;
  }
}
