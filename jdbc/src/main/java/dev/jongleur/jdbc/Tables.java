package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.jdbc.sql.Plans;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.jdbc.table.TableMaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;

/**
 * The tables of one store that are known to be as their models want them: one for each model, so as
 * many as there are models.
 */
final class Tables {
  private final TableMaker maker;
  private final Plans plans;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Lock working;
  private final Lock making;

  /**
   * @param turns held for writing while a table is made: nobody else works on one then
   */
  Tables(TableMaker maker, Plans plans, ReadWriteLock turns) {
    this.working = turns.readLock();
    this.making = turns.writeLock();
    this.maker = maker;
    this.plans = plans;
  }

  /** A model's table, and what is known of its ids. */
  record Known(ModelDefinition model, Table table, Numbers numbers) {}

  Optional<Known> known(ModelDefinition model) {
    Known there = known.get(model.name());
    return there != null && there.model().equals(model) ? Optional.of(there) : Optional.empty();
  }

  /** The table, made or widened where that is due. The connection has no transaction. */
  Known of(Connection connection, ModelDefinition model) throws SQLException {
    Optional<Known> there = found(connection, model);
    if (there.isPresent()) {
      return there.get();
    }
    making.lock();
    try {
      return keep(model, maker.prepare(connection, model));
    } finally {
      making.unlock();
    }
  }

  /** The same on a connection that is taken when nobody works on a table: it is held for no one. */
  Known of(Supplier<LeasedConnection> leases, ModelDefinition model) throws SQLException {
    making.lock();
    try (LeasedConnection lease = leases.get()) {
      return keep(model, maker.prepare(lease.connection(), model));
    } finally {
      making.unlock();
    }
  }

  /** The table where it is there with all that the model wants. */
  Optional<Known> found(Connection connection, ModelDefinition model) throws SQLException {
    Optional<Known> there = known(model);
    return there.isPresent() ? there : find(connection, model).map(table -> keep(model, table));
  }

  private Optional<Table> find(Connection connection, ModelDefinition model) throws SQLException {
    working.lock();
    try {
      return maker.find(connection, model);
    } finally {
      working.unlock();
    }
  }

  /**
   * The first tables of a new database. Its failures name the model.
   *
   * @return whether it is new; nothing was done where it is not
   */
  boolean makeAll(LeasedConnection lease, Collection<ModelDefinition> models, Failures failures)
      throws SQLException {
    // First: whoever works there is held up while the database is filled, and would hold this up.
    making.lock();
    try {
      return lease.fill(() -> makeAll(lease.connection(), models, failures));
    } finally {
      making.unlock();
    }
  }

  private void makeAll(Connection connection, Collection<ModelDefinition> models, Failures failures)
      throws SQLException {
    boolean isEmpty = !maker.hasAny(connection);
    var there = new HashSet<String>();
    for (ModelDefinition model : models) {
      make(connection, model, isEmpty && there.add(maker.name(model)), failures);
    }
  }

  private void make(
      Connection connection, ModelDefinition model, boolean isMissing, Failures failures) {
    try {
      var _ =
          isMissing
              ? keep(model, maker.make(connection, model), Numbers.ofNew())
              : keep(model, maker.prepare(connection, model));
    } catch (SQLException e) {
      throw failures.of(e, model);
    }
  }

  Known recreate(Connection connection, ModelDefinition model) throws SQLException {
    making.lock();
    try {
      return keep(model, maker.recreate(connection, model));
    } finally {
      making.unlock();
    }
  }

  /** The table as it was before a column is given up; it is not known any more. */
  Known vacate(Connection connection, ModelDefinition model, String property) throws SQLException {
    making.lock();
    try {
      Known before = keep(model, maker.prepare(connection, model));
      maker.vacate(connection, model, property);
      forget(model);
      return before;
    } finally {
      making.unlock();
    }
  }

  void forget(ModelDefinition model) {
    known.remove(model.name());
  }

  void forgetAll() {
    known.clear();
  }

  TableMaker maker() {
    return maker;
  }

  private Known keep(ModelDefinition model, Table table) {
    return keep(model, table, new Numbers());
  }

  private Known keep(ModelDefinition model, Table table, Numbers numbers) {
    var made = new Known(model, plans.shared(table), numbers);
    known.put(model.name(), made);
    return made;
  }
}
