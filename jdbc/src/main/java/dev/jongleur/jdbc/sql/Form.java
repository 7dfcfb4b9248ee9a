package dev.jongleur.jdbc.sql;

import java.util.List;

/**
 * A statement on one table without its values: what its text depends on. Columns are places in the
 * table. Values are bound in the order in which the components stand here, a test's last.
 */
public sealed interface Form {
  /** One row; a value for each of these columns. */
  record Insert(List<Integer> columns) implements Form {}

  /** Rows; then skip and limit are bound, as far as there are any. */
  record Select(List<Integer> columns, Test test, List<SortKey> order, Window window)
      implements Form {}

  /** How many rows. */
  record Count(Test test) implements Form {}

  /** Changes columns: the values of the changes, then those of the test. */
  record Update(List<Change> changes, Test test) implements Form {}

  record Delete(Test test) implements Form {}

  /** Figures about the groups of rows that have the same in these columns; these come first. */
  record Figures(List<Integer> groupBy, List<Figure> figures, Test test) implements Form {}

  /** One figure about the rows of a group. */
  sealed interface Figure {
    /** How many rows there are. */
    record Rows() implements Figure {}

    /** How many have a value in a column. */
    record Present(int column) implements Figure {}

    record Sum(int column) implements Figure {}

    record Least(int column) implements Figure {}

    record Greatest(int column) implements Figure {}
  }

  /** The highest value in a column. */
  record Highest(int column) implements Form {}

  /** By which column to sort; by presence: only whether it is null. */
  record SortKey(int column, boolean descending, boolean byPresence) {}

  /** Which of the rows found are returned, and whether they are locked. */
  record Window(boolean skips, boolean limits, boolean locks) {
    public static final Window ALL = new Window(false, false, false);
    public static final Window LOCKED = new Window(false, false, true);
  }

  /** One column that an update changes. */
  sealed interface Change {
    /** To a value. */
    record Set(int column) implements Change {}

    /** To what is there and a number more; null counts as 0. */
    record Add(int column) implements Change {}

    /** To SQL's null. */
    record Clear(int column) implements Change {}

    /**
     * The list of null marks: for each of these first the mark is bound, to be taken off; then,
     * where it is added, the mark without its leading separator.
     */
    record Marks(int column, List<Boolean> added) implements Change {}
  }
}
