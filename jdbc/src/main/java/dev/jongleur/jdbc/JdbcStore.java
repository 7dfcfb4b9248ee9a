package dev.jongleur.jdbc;

import dev.jongleur.connector.CommandWatch;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import java.util.Collection;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;

/** One partition's rows. Holds no connection: each call leases one. */
final class JdbcStore extends OnTables {
  private final Session session;
  private final Function<String, Lock> turns;

  /**
   * @param turns the lock of a table, by its name
   */
  JdbcStore(Session session, Function<String, Lock> turns) {
    super(session);
    this.session = session;
    this.turns = turns;
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
  public void watch(CommandWatch watch) {
    session.watch(watch);
  }

  @Override
  public void recreate(ModelDefinition model) {
    session.recreate(model);
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
  public StoreTransaction begin(IsolationLevel level) {
    return new JdbcTransaction(session.begin(level));
  }

  @Override
  public void close() {
    session.close();
  }
}
