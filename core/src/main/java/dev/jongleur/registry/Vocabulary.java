package dev.jongleur.registry;

import dev.jongleur.definition.CustomTypes;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.mixin.Mixins;

/** What definitions may name beside models, of a registry or of one data source. Thread-safe. */
public record Vocabulary(Mixins mixins, CustomTypes types) {
  Vocabulary() {
    this(new Mixins(), new CustomTypes());
  }

  /** One that is looked into first. */
  public Vocabulary nearer() {
    return new Vocabulary(mixins.nearer(), types.nearer());
  }

  /**
   * A definition with what its mixins bring, and the types that it names; itself when it names
   * nothing.
   *
   * @throws dev.jongleur.error.DefinitionException when something it names is not there
   */
  public ModelDefinition resolved(ModelDefinition model, ModelLookup models) {
    return types.resolved(mixins.applied(model, models));
  }
}
