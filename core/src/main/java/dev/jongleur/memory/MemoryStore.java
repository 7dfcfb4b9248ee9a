package dev.jongleur.memory;

import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One partition's collections by name; two models may share one (F-065). */
final class MemoryStore implements Store {
  private final Map<String, Collection> collections = new ConcurrentHashMap<>();
  private final Runnable openCheck;

  MemoryStore(Runnable openCheck) {
    this.openCheck = openCheck;
  }

  @Override
  public void prepare(ModelDefinition model) {
    var _ = collection(model);
  }

  @Override
  public void recreate(ModelDefinition model) {
    collection(model).clear();
  }

  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    return collection(model).insert(List.of(row)).getFirst();
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return collection(model).insert(rows);
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    return Scan.find(collection(model), model, filter);
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    return Scan.matching(collection(model), model, where).count();
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    Collection collection = collection(model);
    return collection.change(
        () -> Scan.matching(collection, model, where), row -> row.under(model).with(values));
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    return collection(model).replace(row);
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    Collection collection = collection(model);
    return collection.remove(() -> Scan.matching(collection, model, where));
  }

  /** The data belongs to the connector and stays. */
  @Override
  public void close() {}

  private Collection collection(ModelDefinition model) {
    openCheck.run();
    return collections.computeIfAbsent(nameOf(model), name -> new Collection());
  }

  private static String nameOf(ModelDefinition model) {
    return model.settings().others().get("memory") instanceof Map<?, ?> own
            && own.get("collection") instanceof String name
        ? name
        : model.name();
  }
}
