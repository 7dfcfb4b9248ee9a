package dev.jongleur.validation;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Custom;
import dev.jongleur.definition.Validation.Uniqueness;
import dev.jongleur.entity.Entity;

/**
 * One rule of a model, made ready once: where its value lies, when it applies, what it finds.
 * Thread-safe; shared by all who use the definition.
 */
sealed interface ReadyRule permits ByValue, ByAsking {

  /** A rule that a definition lists. */
  static ReadyRule of(ModelDefinition model, Validation validation) {
    return switch (validation.rule()) {
      case Uniqueness _, Custom _ -> new ByAsking(validation);
      case Validation.Presence _, Validation.Absence _, Validation.ReadableDate _ ->
          ByValue.of(model, validation, Rules.of(validation.rule()));
      case Validation.Length _, Validation.Numericality _, Validation.Format _ ->
          ByValue.of(model, validation, BlankFirst.of(validation));
      case Validation.Inclusion _, Validation.Exclusion _ ->
          ByValue.of(model, validation, BlankFirst.of(validation));
    };
  }

  /** Whether the rule is met beyond doubt; asks nobody and makes nothing. */
  boolean passes(Entity entity);

  /** Tells what the rule finds wrong with the entity that is looked at. */
  void look(Look look);
}
