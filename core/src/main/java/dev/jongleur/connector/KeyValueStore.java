package dev.jongleur.connector;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.UnsupportedException;

/** A store that keeps values under keys and no rows. */
public interface KeyValueStore extends RowlessStore, KeyValue {
  /** A space is there with its first key. */
  @Override
  default void prepare(ModelDefinition model) {}

  /** Keys know no properties. */
  @Override
  default void vacate(ModelDefinition model, String property) {}

  /** Removes all keys of the model. */
  @Override
  default void recreate(ModelDefinition model) {
    deleteAll(model.name());
  }

  @Override
  default JongleurException refusal(ModelDefinition model) {
    return noRows(model);
  }

  /** What there is to say when the rows of a model are asked for that keeps values under keys. */
  static UnsupportedException noRows(ModelDefinition model) {
    return new UnsupportedException(
        "The model \""
            + model.name()
            + "\" keeps values under keys: it has get and set, no rows to find or create.");
  }
}
