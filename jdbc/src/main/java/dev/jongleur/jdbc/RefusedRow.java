package dev.jongleur.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;

/** A batch failed, and this is the row that did. It tells all that the database told. */
final class RefusedRow extends SQLException {
  private static final long serialVersionUID = 1L;

  private final int index;

  private RefusedRow(SQLException failure, int index) {
    super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure);
    this.index = index;
  }

  /**
   * @param from the place of the batch's first row
   */
  static RefusedRow of(BatchUpdateException failure, int from) {
    int[] counts = failure.getUpdateCounts();
    int first = 0;
    while (first < counts.length && counts[first] != Statement.EXECUTE_FAILED) {
      first++;
    }
    return new RefusedRow(failure, from + first);
  }

  static RefusedRow single(SQLException failure, int index) {
    return new RefusedRow(failure, index);
  }

  /** The same row, by its place in a larger whole. */
  RefusedRow at(int place) {
    return new RefusedRow(this, place);
  }

  /** The place of the row among those of the statement, from 0. */
  int index() {
    return index;
  }
}
