package dev.jongleur.jdbc;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.jdbc.table.TableMaker;

/**
 * Runs work on the rows of models: each piece on a connection of its own, or all on that of one
 * transaction.
 */
sealed interface Runner permits Session, Transacting {
  Dialect dialect();

  TableMaker maker();

  /** A model's table, prepared where it was not. */
  Table table(ModelDefinition model);

  /** Whether the table is there with all that the model wants; nothing is made. */
  boolean isActual(ModelDefinition model);

  /** Work that reads no longer than the deadline. */
  <T> T run(ModelDefinition model, Deadline deadline, Work<T> work);

  /** The same work, of which all is stored or nothing. */
  <T> Work<T> allOrNone(Work<T> work);

  /** One statement, which is atomic by itself. */
  default <T> T once(ModelDefinition model, Work<T> work) {
    return run(model, Deadline.NONE, work);
  }

  /** Several statements, all or none. */
  default <T> T together(ModelDefinition model, Work<T> work) {
    return run(model, Deadline.NONE, allOrNone(work));
  }

  /** One statement that looks for rows, no longer than the caller's deadline. */
  default <T> T asking(ModelDefinition model, Work<T> work) {
    return run(model, Deadline.current(), work);
  }

  /** Several statements that look for rows to change, all or none, no longer than the deadline. */
  default <T> T askingTogether(ModelDefinition model, Work<T> work) {
    return run(model, Deadline.current(), allOrNone(work));
  }

  /** Rows that are read as they come; no longer than the caller's deadline until the first. */
  Cursor open(ModelDefinition model, Selection selection);

  /**
   * Begins a transaction.
   *
   * @throws dev.jongleur.error.UnsupportedException when the database has no level as strong
   */
  Transacting begin(IsolationLevel level);
}
