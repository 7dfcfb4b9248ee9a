package dev.jongleur.definition;

import java.util.Optional;

/** Finds the definition that a name stands for, for one owner; never another owner's (law 3). */
@FunctionalInterface
public interface ModelLookup {
  ModelLookup NONE = name -> Optional.empty();

  Optional<ModelDefinition> find(String name);
}
