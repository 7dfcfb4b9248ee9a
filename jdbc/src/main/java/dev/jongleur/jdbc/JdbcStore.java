package dev.jongleur.jdbc;

import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One partition's rows. Holds no connection: each call leases one. */
final class JdbcStore implements Store {
  private final Session session;
  private final Function<String, Lock> turns;
  private final Insertion insertion;
  private final MassChange changes;

  /**
   * @param turns the lock of a table, by its name
   */
  JdbcStore(Session session, Function<String, Lock> turns) {
    this.session = session;
    this.turns = turns;
    this.insertion = new Insertion(session, new Counting(session.dialect(), session.maker()));
    this.changes = new MassChange(session);
  }

  @Override
  public void prepare(ModelDefinition model) {
    session.prepare(model);
  }

  @Override
  public void prepareAll(Collection<ModelDefinition> models) {
    session.prepareAll(models);
  }

  @Override
  public void vacate(ModelDefinition model, String property) {
    session.vacate(model, property);
  }

  @Override
  public void recreate(ModelDefinition model) {
    session.recreate(model);
  }

  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    return insertion.insert(model, row);
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return insertion.insertAll(model, rows);
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    return session.asking(model, rows -> new Question(rows).find(filter));
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    return session.asking(model, rows -> new Question(rows).count(where));
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    return changes.update(model, where, values);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    return changes.replace(model, row);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row, Where where) {
    return changes.replace(model, row, where);
  }

  /** In this process; a writer in another one is kept out by a unique key only. */
  @Override
  public <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    Lock turn = turns.apply(session.table(model).name());
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    return changes.delete(model, where);
  }

  @Override
  public void close() {
    session.close();
  }
}
