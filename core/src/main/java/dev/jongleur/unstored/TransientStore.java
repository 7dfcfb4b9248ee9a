package dev.jongleur.unstored;

import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes every row, gives it an id, and finds none again. */
final class TransientStore implements Store {
  private final TransientConnector connector;
  private final GeneratedIds ids;
  private volatile boolean closed;

  TransientStore(TransientConnector connector, GeneratedIds ids) {
    this.connector = connector;
    this.ids = ids;
  }

  @Override
  public void prepare(ModelDefinition model) {
    checkOpen();
  }

  @Override
  public void vacate(ModelDefinition model, String property) {
    checkOpen();
  }

  @Override
  public void recreate(ModelDefinition model) {
    checkOpen();
  }

  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    checkOpen();
    return ids.complete(row).asStored();
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return rows.stream().map(row -> insert(model, row)).toList();
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    checkOpen();
    return List.of();
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    checkOpen();
    return 0;
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    checkOpen();
    return 0;
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    checkOpen();
    return false;
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    checkOpen();
    return 0;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void checkOpen() {
    connector.ping();
    if (closed) {
      throw new ClosedException("The store is closed.");
    }
  }
}
