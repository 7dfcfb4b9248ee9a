package dev.jongleur.memory;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Increment;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store on one partition's collections; two models may share a collection (F-065). */
final class MemoryStore implements Store {
  private final MemoryConnector connector;
  private final Partition partition;
  private final Collections collections;
  private final AtomicBoolean closed = new AtomicBoolean();

  MemoryStore(MemoryConnector connector, Partition partition, Collections collections) {
    this.connector = connector;
    this.partition = partition;
    this.collections = collections;
  }

  /** A collection is made with its first row. */
  @Override
  public void prepare(ModelDefinition model) {
    connector.ping();
  }

  /** A row holds its values itself. */
  @Override
  public void vacate(ModelDefinition model, String property) {
    connector.ping();
  }

  @Override
  public void recreate(ModelDefinition model) {
    find(model).ifPresent(Collection::clear);
  }

  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    return make(model).insert(List.of(row)).getFirst();
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return make(model).insert(rows);
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    return find(model).map(rows -> Scan.find(rows, model, filter)).orElse(List.of());
  }

  @Override
  public Cursor open(ModelDefinition model, Filter filter) {
    return Cursor.over(
        find(model).map(rows -> Scan.rows(rows, model, filter)).orElse(Stream.empty()).iterator());
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    return find(model).map(rows -> Scan.matching(rows, model, where).count()).orElse(0L);
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    return find(model).map(rows -> update(rows, model, where, values)).orElse(0L);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    return find(model).map(rows -> rows.replace(row)).orElse(false);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row, Where where) {
    return find(model)
        .map(rows -> rows.change(() -> Scan.matching(rows, model, where), _ -> row.asStored()) > 0)
        .orElse(false);
  }

  @Override
  public <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    return make(model).inTurn(work);
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    return find(model).map(rows -> rows.remove(() -> Scan.matching(rows, model, where))).orElse(0L);
  }

  /** The data belongs to the connector and stays. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      connector.release(partition, collections);
    }
  }

  private static long update(
      Collection rows,
      ModelDefinition model,
      Where where,
      Map<String, ? extends @Nullable Object> values) {
    return rows.change(
        () -> Scan.matching(rows, model, where), row -> changed(row.under(model), values));
  }

  private static Entity changed(Entity row, Map<String, ? extends @Nullable Object> values) {
    var typed = new LinkedHashMap<String, @Nullable Object>(values);
    typed.replaceAll(
        (name, value) -> value instanceof Increment more ? more.to(row.get(name)) : value);
    return row.set(typed);
  }

  private Optional<Collection> find(ModelDefinition model) {
    checkOpen();
    return collections.find(nameOf(model));
  }

  private Collection make(ModelDefinition model) {
    checkOpen();
    return collections.make(nameOf(model));
  }

  private void checkOpen() {
    connector.ping();
    if (closed.get()) {
      throw new ClosedException("The store is closed.");
    }
  }

  private static String nameOf(ModelDefinition model) {
    return model.settings().others().get("memory") instanceof Map<?, ?> own
            && own.get("collection") instanceof String name
        ? name
        : model.name();
  }
}
