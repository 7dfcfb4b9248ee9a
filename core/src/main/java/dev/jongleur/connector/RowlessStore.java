package dev.jongleur.connector;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.JongleurException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store without rows: whatever is about rows it refuses, and says why. */
public interface RowlessStore extends Store {
  /** What there is to say when a model's rows are asked for here. */
  JongleurException refusal(ModelDefinition model);

  @Override
  default void prepare(ModelDefinition model) {
    throw refusal(model);
  }

  @Override
  default void vacate(ModelDefinition model, String property) {
    throw refusal(model);
  }

  @Override
  default void recreate(ModelDefinition model) {
    throw refusal(model);
  }

  @Override
  default Entity insert(ModelDefinition model, Entity row) {
    throw refusal(model);
  }

  @Override
  default List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    throw refusal(model);
  }

  @Override
  default List<Entity> find(ModelDefinition model, Filter filter) {
    throw refusal(model);
  }

  @Override
  default long count(ModelDefinition model, Where where) {
    throw refusal(model);
  }

  @Override
  default long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    throw refusal(model);
  }

  @Override
  default boolean replace(ModelDefinition model, Entity row) {
    throw refusal(model);
  }

  @Override
  default long delete(ModelDefinition model, Where where) {
    throw refusal(model);
  }
}
