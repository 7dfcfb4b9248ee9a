package dev.jongleur.unstored;

import dev.jongleur.connector.RowlessStore;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.StoreException;

/** Of a model that is on no data source. Stateless. */
final class DetachedStore implements RowlessStore {
  @Override
  public JongleurException refusal(ModelDefinition model) {
    return StoreException.detached(
        "\"" + model.name() + "\" is on no data source: attach it to one to use its rows.");
  }

  @Override
  public void close() {}
}
