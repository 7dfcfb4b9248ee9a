package dev.jongleur.jdbc;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Deadline;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.JongleurException;
import dev.jongleur.jdbc.dialect.Fault;
import dev.jongleur.jdbc.pool.Alarm;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Rows that are fetched from the database as they are read: a piece is held here, and as much as a
 * driver fetches. Gives back what it holds at the last row, after a failure, and when it is closed.
 */
final class JdbcCursor implements Cursor {
  private final Rows rows;
  private final Selection selection;
  private final RowReader reader;
  private final Reading reading;
  private final PreparedStatement statement;
  private final ResultSet found;
  private int toSkip;
  private int left;
  private boolean open = true;

  /**
   * What it holds while it is open.
   *
   * @param lock held while the database works, not in between
   * @param alarm stops the database when the time is over
   * @param end gives back what it was opened on
   */
  record Reading(Lock lock, Alarm alarm, Runnable end) {}

  private JdbcCursor(Rows rows, Selection selection, Reading reading, PreparedStatement statement)
      throws SQLException {
    this.rows = rows;
    this.selection = selection;
    this.reading = reading;
    this.reader = new RowReader(rows.model(), rows.table(), selection.columns());
    this.statement = statement;
    this.toSkip = selection.skip();
    this.left = selection.limit() == 0 ? Integer.MAX_VALUE : selection.limit();
    this.found = reading.alarm().during(rows.deadline(), statement, statement::executeQuery);
    rows.answered(selection.form(), selection.values());
  }

  /** Asks; on failure nothing is held by it. The lock is held. */
  static JdbcCursor open(Rows rows, Selection selection, Reading reading) throws SQLException {
    PreparedStatement statement = rows.asked(selection.form(), selection.values());
    try {
      return new JdbcCursor(rows, selection, reading, statement);
    } catch (SQLException | RuntimeException | Error e) {
      statement.close();
      throw e;
    }
  }

  @Override
  public List<Entity> next(int most) {
    if (!open) {
      throw new ClosedException("The rows are closed.");
    }
    Deadline deadline = Deadline.current();
    boolean isRead = false;
    try {
      deadline.check();
      List<Entity> piece =
          reading.alarm().during(deadline, statement, () -> piece(most, deadline.pace()));
      isRead = true;
      return piece;
    } catch (SQLException e) {
      throw told(e, deadline);
    } finally {
      if (!isRead) {
        close();
      }
    }
  }

  private List<Entity> piece(int most, Deadline.Pace pace) throws SQLException {
    var piece = new ArrayList<Entity>();
    reading.lock().lock();
    try {
      while (piece.size() < most && left > 0 && found.next()) {
        pace.step();
        take(reader.entity(found), piece);
      }
      return piece;
    } finally {
      reading.lock().unlock();
    }
  }

  private void take(Entity row, List<Entity> piece) {
    if (!selection.fits().test(row)) {
      return;
    }
    if (toSkip > 0) {
      toSkip--;
    } else {
      left--;
      var _ = piece.add(row);
    }
  }

  private JongleurException told(SQLException failure, Deadline deadline) {
    return rows.dialect().fault(failure) == Fault.TIMEOUT
        ? deadline.exceeded()
        : new Failures(rows.dialect()).of(failure, rows.model());
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      try {
        closeStatement();
      } finally {
        reading.end().run();
      }
    }
  }

  private void closeStatement() {
    try (statement) {
      found.close();
    } catch (SQLException e) {
      // Then the connection it is on is no better; whoever takes that back sees to it.
    }
  }
}
