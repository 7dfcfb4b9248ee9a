package dev.jongleur.connector;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store that keeps values under keys and no rows: what is about rows it refuses by name. */
public interface KeyValueStore extends Store, KeyValue {
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
  default Entity insert(ModelDefinition model, Entity row) {
    throw noRows(model);
  }

  @Override
  default List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    throw noRows(model);
  }

  @Override
  default List<Entity> find(ModelDefinition model, Filter filter) {
    throw noRows(model);
  }

  @Override
  default long count(ModelDefinition model, Where where) {
    throw noRows(model);
  }

  @Override
  default long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    throw noRows(model);
  }

  @Override
  default boolean replace(ModelDefinition model, Entity row) {
    throw noRows(model);
  }

  @Override
  default long delete(ModelDefinition model, Where where) {
    throw noRows(model);
  }

  /** What there is to say when a model's rows are asked for here. */
  static UnsupportedException noRows(ModelDefinition model) {
    return new UnsupportedException(
        "The model \""
            + model.name()
            + "\" keeps values under keys: it has get and set, no rows to find or create.");
  }
}
