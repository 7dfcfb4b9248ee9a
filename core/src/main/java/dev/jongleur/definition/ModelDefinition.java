package dev.jongleur.definition;

import dev.jongleur.error.DefinitionException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A model's structure and rules as data: immutable, compared by content in full, safe to share
 * between tenants and threads. Made by {@link #named}, or read from LoopBack's JSON by the json
 * module.
 */
public final class ModelDefinition {
  private final String name;
  private final Map<String, Property> properties;
  private final Map<String, Relation> relations;
  private final List<Validation> validations;
  private final ModelSettings settings;
  private final Shape shape;
  private final int hash;

  ModelDefinition(
      String name,
      Map<String, Property> properties,
      Map<String, Relation> relations,
      List<Validation> validations,
      ModelSettings settings) {
    this.name = name;
    this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    this.relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
    this.validations = List.copyOf(validations);
    this.settings = settings;
    this.shape = new Shape(name, this.properties.values(), settings.strict() == Strict.OPEN);
    this.hash =
        31 * (31 * shape.hashCode() + relations.hashCode())
            + 31 * validations.hashCode()
            + settings.hashCode();
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

  public String name() {
    return name;
  }

  public Collection<Property> properties() {
    return properties.values();
  }

  public Optional<Property> property(String property) {
    return Optional.ofNullable(properties.get(property));
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

  public Shape shape() {
    return shape;
  }

  public boolean hasKey() {
    return shape.keySize() > 0;
  }

  /** The key property called {@code id}, else the first part of the key (F-075). */
  public Optional<Property> idProperty() {
    Property plain = properties.get("id");
    if (plain != null && plain.isId()) {
      return Optional.of(plain);
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

  /** A builder that starts from this definition. */
  public ModelBuilder toBuilder() {
    return new ModelBuilder(name, properties, relations, validations, settings);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ModelDefinition that
            && hash == that.hash
            && name.equals(that.name)
            && List.copyOf(properties.values()).equals(List.copyOf(that.properties.values()))
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
