package dev.jongleur.jdbc;

import dev.jongleur.connector.CommandWatch;
import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Partition;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.jdbc.pool.Leases;
import dev.jongleur.jdbc.sql.Plans;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.jdbc.table.TableMaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Runs work on a partition's connections: leases one, sees to the table, tells failures in words,
 * and tries again where the database asks for it. Thread-safe.
 */
final class Session implements Runner {
  private static final int ATTEMPTS = 5;

  private final Dialect dialect;
  private final Leases leases;
  private final Plans plans;
  private final Partition partition;
  private final Tables tables;
  private final Failures failures;

  /** Held while statements work on tables, which nobody makes or widens meanwhile. */
  private final Making.Working working;

  private volatile boolean closed;
  private volatile CommandWatch watch = CommandWatch.NOBODY;

  Session(
      Dialect dialect, Leases leases, Plans plans, Partition partition, Making.Working working) {
    this.dialect = dialect;
    this.leases = leases;
    this.plans = plans;
    this.partition = partition;
    this.tables = new Tables(new TableMaker(dialect, plans.recipes()), plans, working.lock());
    this.working = working;
    this.failures = new Failures(dialect);
  }

  /** Shows statements on rows to somebody. */
  void watch(CommandWatch other) {
    watch = other;
  }

  CommandWatch watch() {
    return watch;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public TableMaker maker() {
    return tables.maker();
  }

  @Override
  public Table table(ModelDefinition model) {
    refuseClosed();
    return tables.known(model).orElseGet(() -> once(model, Rows::known)).table();
  }

  @Override
  public <T> Work<T> allOrNone(Work<T> work) {
    return rows -> {
      Connection connection = rows.connection();
      connection.setAutoCommit(false);
      T result = work.on(rows);
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    };
  }

  @Override
  public boolean isActual(ModelDefinition model) {
    refuseClosed();
    try (LeasedConnection lease = leases.lease(partition)) {
      return tables.found(lease.connection(), model).isPresent();
    } catch (SQLException e) {
      throw failures.of(e, model);
    }
  }

  /** Sees to many tables on one connection; in a new database all of them are written together. */
  void prepareAll(Collection<ModelDefinition> models) {
    refuseClosed();
    List<ModelDefinition> unknown =
        models.stream().filter(model -> tables.known(model).isEmpty()).toList();
    if (unknown.isEmpty()) {
      return;
    }
    try (LeasedConnection lease = leases.lease(partition)) {
      prepareAll(lease, unknown);
    } catch (SQLException e) {
      throw failures.of(e, unknown.getFirst());
    }
  }

  private void prepareAll(LeasedConnection lease, List<ModelDefinition> models)
      throws SQLException {
    if (!lease.isNew() || !tables.makeAll(lease, models, failures)) {
      models.forEach(model -> prepare(lease.connection(), model));
    }
  }

  private void prepare(Connection connection, ModelDefinition model) {
    try {
      var _ = tables.of(connection, model);
    } catch (SQLException e) {
      throw failures.of(e, model);
    }
  }

  @Override
  public Cursor open(ModelDefinition model, Selection selection) {
    Deadline deadline = Deadline.current();
    for (int attempt = 1; ; attempt++) {
      refuseClosed();
      LeasedConnection lease = leases.lease(partition);
      try {
        Tables.Known known = tables.of(lease.connection(), model);
        lease.stream();
        return working(
            here -> opened(here, selection, lease), rows(lease.connection(), known, deadline));
      } catch (SQLException e) {
        lease.close();
        refuseLate(e, deadline);
        if (attempt == ATTEMPTS || !mayGoBetter(e, model)) {
          throw failures.of(e, model);
        }
      } catch (RuntimeException | Error e) {
        lease.close();
        throw e;
      }
    }
  }

  private JdbcCursor opened(Rows rows, Selection selection, LeasedConnection lease)
      throws SQLException {
    return JdbcCursor.open(rows, selection, reading(lease::close));
  }

  /** What rows are read with that stay open. */
  JdbcCursor.Reading reading(Runnable end) {
    return new JdbcCursor.Reading(working.lock().readLock(), leases.alarm(), end);
  }

  @Override
  public Transacting begin(IsolationLevel level) {
    int isolation = dialect.isolation(level).orElseThrow(() -> tooStrong(level));
    refuseClosed();
    LeasedConnection lease = leases.lease(partition);
    try {
      lease.begin(isolation);
      return new Transacting(this, tables, plans, lease, working.lock().readLock());
    } catch (SQLException e) {
      lease.close();
      throw new StoreException("The database began no transaction.", e);
    }
  }

  private UnsupportedException tooStrong(IsolationLevel level) {
    return new UnsupportedException(
        "The isolation level " + level.label() + " is more than " + dialect.name() + " keeps.");
  }

  void recreate(ModelDefinition model) {
    change(model, connection -> tables.recreate(connection, model));
  }

  void vacate(ModelDefinition model, String property) {
    change(model, connection -> tables.vacate(connection, model, property));
  }

  /** A change of a table, which is a transaction by itself. */
  private void change(ModelDefinition model, TableChange change) {
    refuseClosed();
    try (LeasedConnection lease = leases.lease(partition)) {
      var _ = change.on(lease.connection());
    } catch (SQLException e) {
      throw failures.of(e, model);
    }
  }

  /** What is done to a table. */
  @FunctionalInterface
  private interface TableChange {
    Tables.Known on(Connection connection) throws SQLException;
  }

  void close() {
    closed = true;
    working.close();
    tables.forgetAll();
  }

  @Override
  public <T> T run(ModelDefinition model, Deadline deadline, Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      refuseClosed();
      try (LeasedConnection lease = leases.lease(partition)) {
        Tables.Known known = tables.of(lease.connection(), model);
        try {
          limit(lease, deadline);
          return working(work, rows(lease.connection(), known, deadline));
        } catch (SQLException e) {
          refuseLate(e, deadline);
          if (attempt == ATTEMPTS || !mayGoBetter(e, model)) {
            throw failures.of(e, model, known.table(), lease.connection());
          }
        }
      } catch (SQLException e) {
        throw failures.of(e, model);
      }
    }
  }

  /** A model's table, made beside a transaction, which that would end. */
  Tables.Known madeBeside(ModelDefinition model) {
    refuseClosed();
    try {
      return tables.of(() -> leases.beside(partition), model);
    } catch (SQLException e) {
      throw failures.of(e, model);
    }
  }

  /** Work beside a transaction, whose statement keeps whoever makes tables waiting. */
  <T> T beside(Tables.Known known, Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      refuseClosed();
      try (LeasedConnection lease = leases.beside(partition)) {
        return work.on(rows(lease.connection(), known, Deadline.NONE));
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || dialect.fault(e) != Fault.CONFLICT) {
          throw failures.of(e, known.model());
        }
      }
    }
  }

  private <T> T working(Work<T> work, Rows rows) throws SQLException {
    Lock reading = working.lock().readLock();
    reading.lock();
    try {
      return work.on(rows);
    } finally {
      reading.unlock();
    }
  }

  /** Lets no statement take longer than the deadline, from now on. */
  static void limit(LeasedConnection lease, Deadline deadline) throws SQLException {
    if (deadline.isLimited()) {
      deadline.check();
      lease.limit(deadline.remaining());
    } else {
      lease.unlimit();
    }
  }

  private Rows rows(Connection connection, Tables.Known known, Deadline deadline) {
    return new Rows(connection, known, dialect, plans, deadline, Rows.Beside.HERE, watch);
  }

  /** Tells that the time is over, if that is why a statement failed. */
  void refuseLate(SQLException failure, Deadline deadline) {
    if (deadline.isLimited() && dialect.fault(failure) == Fault.TIMEOUT) {
      throw deadline.exceeded();
    }
  }

  /** A conflict was undone. */
  private boolean mayGoBetter(SQLException failure, ModelDefinition model) {
    return isMissing(failure, model) || dialect.fault(failure) == Fault.CONFLICT;
  }

  /** Whether somebody removed the table or a column of it: it is made anew at the next try. */
  boolean isMissing(SQLException failure, ModelDefinition model) {
    Fault fault = dialect.fault(failure);
    boolean missing = fault == Fault.NO_TABLE || fault == Fault.NO_COLUMN;
    if (missing) {
      tables.forget(model);
    }
    return missing;
  }

  private void refuseClosed() {
    if (closed) {
      throw new ClosedException("The store is closed.");
    }
  }
}
