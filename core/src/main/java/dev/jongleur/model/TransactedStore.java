package dev.jongleur.model;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.TransactionException;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store that operations within a transaction work on: one call at a time, and none after its
 * end. Closing it does nothing: the transaction ends by itself.
 */
final class TransactedStore implements Store {
  private final SpaceTransaction transaction;

  TransactedStore(SpaceTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void prepare(ModelDefinition model) {
    change(store -> store.prepare(model));
  }

  @Override
  public void vacate(ModelDefinition model, String property) {
    change(store -> store.vacate(model, property));
  }

  @Override
  public void recreate(ModelDefinition model) {
    change(store -> store.recreate(model));
  }

  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    return during(store -> store.insert(model, row));
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return during(store -> store.insertAll(model, rows));
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    return during(store -> store.find(model, filter));
  }

  @Override
  public Cursor open(ModelDefinition model, Filter filter) {
    Cursor opened = during(store -> store.open(model, filter));
    return new Cursor() {
      @Override
      public List<Entity> next(int most) {
        return during(_ -> opened.next(most));
      }

      @Override
      public void close() {
        opened.close();
      }
    };
  }

  @Override
  public Explanation explain(ModelDefinition model, Filter filter) {
    return during(store -> store.explain(model, filter));
  }

  @Override
  public List<Map<String, @Nullable Object>> aggregate(ModelDefinition model, Aggregate aggregate) {
    return during(store -> store.aggregate(model, aggregate));
  }

  @Override
  public boolean isActual(ModelDefinition model) {
    return during(store -> store.isActual(model));
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    return during(store -> store.count(model, where));
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    return during(store -> store.update(model, where, values));
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    return during(store -> store.replace(model, row));
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row, Where where) {
    return during(store -> store.replace(model, row, where));
  }

  /** Others are kept apart by the isolation of the transaction. */
  @Override
  public <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    return work.get();
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    return during(store -> store.delete(model, where));
  }

  @Override
  public StoreTransaction begin(IsolationLevel level) {
    throw TransactionException.nested();
  }

  @Override
  public void close() {}

  private <T> T during(Function<StoreTransaction, T> work) {
    return transaction.during(work);
  }

  private void change(java.util.function.Consumer<Store> work) {
    var _ =
        transaction.during(store -> {
          work.accept(store);
          return store;
        });
  }
}
