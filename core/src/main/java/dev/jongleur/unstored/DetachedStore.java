package dev.jongleur.unstored;

import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.StoreException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses every row. Stateless. */
final class DetachedStore implements Store {
  private static StoreException refused(ModelDefinition model) {
    return StoreException.detached(
        "\"" + model.name() + "\" is on no data source: attach it to one to use its rows.");
  }

  @Override
  public void prepare(ModelDefinition model) {
    throw refused(model);
  }

  @Override
  public void vacate(ModelDefinition model, String property) {
    throw refused(model);
  }

  @Override
  public void recreate(ModelDefinition model) {
    throw refused(model);
  }

  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    throw refused(model);
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    throw refused(model);
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    throw refused(model);
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    throw refused(model);
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    throw refused(model);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    throw refused(model);
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    throw refused(model);
  }

  @Override
  public void close() {}
}
