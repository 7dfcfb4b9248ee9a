package dev.jongleur.jdbc;

import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.UnsupportedException;
import java.util.function.Supplier;

/**
 * One partition's rows as a transaction of the database sees them. Holds a connection until its
 * end.
 */
final class JdbcTransaction extends OnTables implements StoreTransaction {
  private final Transacting transacting;

  JdbcTransaction(Transacting transacting) {
    super(transacting);
    this.transacting = transacting;
  }

  @Override
  public void commit() {
    transacting.commit();
  }

  @Override
  public void rollback() {
    transacting.rollback();
  }

  @Override
  public void vacate(ModelDefinition model, String property) {
    throw new UnsupportedException(
        "A column of \"" + model.name() + "\" cannot be given up within a transaction.");
  }

  @Override
  public void recreate(ModelDefinition model) {
    throw new UnsupportedException(
        "\"" + model.name() + "\" cannot be emptied for good within a transaction.");
  }

  /** The isolation keeps others apart, and a unique key where it does not. */
  @Override
  public <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    return work.get();
  }

  @Override
  public void close() {
    transacting.close();
  }
}
