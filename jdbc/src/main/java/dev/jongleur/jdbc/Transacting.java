package dev.jongleur.jdbc;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.TransactionException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.jdbc.sql.Plans;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.jdbc.table.TableMaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Runs all work on the one connection of a transaction, which it holds from its beginning to its
 * end. Once something was done there, tables are made beside it: that would end a transaction. For
 * one thread at a time.
 */
final class Transacting implements Runner, AutoCloseable {
  private static final int ATTEMPTS = 2;

  private final Session session;
  private final Tables tables;
  private final Plans plans;
  private final LeasedConnection lease;
  private final Failures failures;

  /** Held while a statement works; not in between, so that others can make tables. */
  private final Lock reading;

  /** The rows that somebody still reads. */
  private final List<Cursor> open = new ArrayList<>();

  /** Whether a statement has worked on rows. */
  private boolean begun;

  /** Why the database gave the transaction up. */
  private @Nullable TransactionException undone;

  Transacting(Session session, Tables tables, Plans plans, LeasedConnection lease, Lock reading) {
    this.session = session;
    this.tables = tables;
    this.plans = plans;
    this.lease = lease;
    this.failures = new Failures(session.dialect());
    this.reading = reading;
  }

  @Override
  public Dialect dialect() {
    return session.dialect();
  }

  @Override
  public TableMaker maker() {
    return session.maker();
  }

  @Override
  public Table table(ModelDefinition model) {
    refuseUndone();
    try {
      return known(model).table();
    } catch (SQLException e) {
      throw failures.of(e, model);
    }
  }

  @Override
  public boolean isActual(ModelDefinition model) {
    refuseUndone();
    try {
      return tables.found(lease.connection(), model).isPresent();
    } catch (SQLException e) {
      throw failures.of(e, model);
    }
  }

  @Override
  public Cursor open(ModelDefinition model, Selection selection) {
    return asking(model, rows -> opened(rows, selection));
  }

  private JdbcCursor opened(Rows rows, Selection selection) throws SQLException {
    var self = new AtomicReference<Cursor>();
    JdbcCursor cursor =
        JdbcCursor.open(rows, selection, session.reading(() -> open.remove(self.get())));
    self.set(cursor);
    open.add(cursor);
    return cursor;
  }

  @Override
  public Transacting begin(IsolationLevel level) {
    throw TransactionException.nested();
  }

  /** Makes everything visible; what the database undid before is told instead. */
  void commit() {
    refuseUndone();
    reading.lock();
    try {
      lease.connection().commit();
    } catch (SQLException e) {
      throw dialect().fault(e) == Fault.CONFLICT
          ? TransactionException.conflict("several models")
          : new StoreException("The database did not commit a transaction.", e);
    } finally {
      reading.unlock();
    }
  }

  void rollback() {
    try {
      lease.connection().rollback();
    } catch (SQLException e) {
      throw new StoreException("The database did not roll a transaction back.", e);
    }
  }

  /** Undoes what was not committed, and gives the connection back. */
  @Override
  public void close() {
    List.copyOf(open).forEach(Cursor::close);
    lease.close();
  }

  @Override
  public <T> T run(ModelDefinition model, Deadline deadline, Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      refuseUndone();
      try {
        Tables.Known known = known(model);
        try {
          Session.limit(lease, deadline);
          return working(work, rows(known, deadline));
        } catch (SQLException e) {
          session.refuseLate(e, deadline);
          giveUp(e, model);
          if (attempt == ATTEMPTS || !session.isMissing(e, model)) {
            throw failures.of(e, model, known.table(), lease.connection());
          }
        }
      } catch (SQLException e) {
        throw failures.of(e, model);
      }
    }
  }

  private Rows rows(Tables.Known known, Deadline deadline) {
    return new Rows(
        lease.connection(),
        known,
        dialect(),
        plans,
        deadline,
        (work, _) -> session.beside(known, work),
        session.watch());
  }

  private Tables.Known known(ModelDefinition model) throws SQLException {
    Optional<Tables.Known> there = tables.found(lease.connection(), model);
    if (there.isPresent()) {
      return there.get();
    }
    return begun ? session.madeBeside(model) : made(model);
  }

  /** Made here: there is nothing yet that it would commit. */
  private Tables.Known made(ModelDefinition model) throws SQLException {
    Connection connection = lease.connection();
    connection.setAutoCommit(true);
    try {
      return tables.of(connection, model);
    } finally {
      connection.setAutoCommit(false);
    }
  }

  private <T> T working(Work<T> work, Rows rows) throws SQLException {
    begun = true;
    reading.lock();
    try {
      return work.on(rows);
    } finally {
      reading.unlock();
    }
  }

  @Override
  public <T> Work<T> allOrNone(Work<T> work) {
    return rows -> {
      Connection connection = rows.connection();
      Savepoint before = connection.setSavepoint();
      try {
        T result = work.on(rows);
        connection.releaseSavepoint(before);
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        undo(connection, before, e);
        throw e;
      }
    };
  }

  /** After a conflict there is nothing left to be undone. */
  private static void undo(Connection connection, Savepoint before, Throwable cause) {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** A conflict has undone the whole transaction: the next statement would begin another. */
  private void giveUp(SQLException failure, ModelDefinition model) throws SQLException {
    if (dialect().fault(failure) == Fault.CONFLICT) {
      undone = TransactionException.conflict(model.name());
      lease.connection().rollback();
      throw undone;
    }
  }

  private void refuseUndone() {
    TransactionException why = undone;
    if (why != null) {
      throw why;
    }
  }
}
