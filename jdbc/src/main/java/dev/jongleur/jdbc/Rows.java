package dev.jongleur.jdbc;

import dev.jongleur.connector.CommandWatch;
import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.Deadline.Pace;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.QueryPlan;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.sql.Form;
import dev.jongleur.jdbc.sql.Plan;
import dev.jongleur.jdbc.sql.Plans;
import dev.jongleur.jdbc.table.Table;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A model's table through one connection: runs forms with their values, up to a deadline. */
record Rows(
    Connection connection,
    Tables.Known known,
    Dialect dialect,
    Plans plans,
    Deadline deadline,
    Beside beside,
    CommandWatch watch) {
  private static final int FETCH = 500;
  private static final int BATCH = 500;

  /** Where work goes that would end a transaction: on a connection beside it. */
  @FunctionalInterface
  interface Beside {
    /** There is no transaction. */
    Beside HERE = (work, here) -> work.on(here);

    boolean run(Work<Boolean> work, Rows here) throws SQLException;
  }

  /** Does what would end a transaction, without ending it. */
  boolean beside(Work<Boolean> work) throws SQLException {
    return beside.run(work, this);
  }

  ModelDefinition model() {
    return known.model();
  }

  Table table() {
    return known.table();
  }

  /** Looks at a row; says whether to go on. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(ResultSet row) throws SQLException;
  }

  /** Shows the rows one by one, without keeping them. */
  void query(Form form, List<Bound> values, Visitor visitor) throws SQLException {
    try (PreparedStatement statement = asked(form, values)) {
      try (ResultSet rows = statement.executeQuery()) {
        answered(form, values);
        Pace pace = deadline.pace();
        while (rows.next() && visitor.visit(rows)) {
          pace.step();
        }
      }
    }
  }

  /** What the database tells of how it answers a question, by answering it. */
  QueryPlan explained(Form form, List<Bound> values, Collection<String> indexes)
      throws SQLException {
    Plan plan = plan(form);
    var text = new StringBuilder();
    try (PreparedStatement statement =
        connection.prepareStatement(dialect.explaining(plan.sql()))) {
      plan.bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          text.append(rows.getString(1)).append('\n');
        }
      }
    }
    return dialect.told(text.toString(), indexes);
  }

  /** A question with its values, not asked yet. */
  PreparedStatement asked(Form form, List<Bound> values) throws SQLException {
    Plan plan = plan(form);
    before(plan, values);
    PreparedStatement statement = connection.prepareStatement(plan.sql());
    try {
      statement.setFetchSize(FETCH);
      plan.bind(statement, values);
      return statement;
    } catch (SQLException | RuntimeException | Error e) {
      statement.close();
      throw e;
    }
  }

  /** A question was answered. */
  void answered(Form form, List<Bound> values) {
    if (watch.isAnybody()) {
      after(plan(form), values);
    }
  }

  private void before(Plan plan, List<Bound> values) {
    if (watch.isAnybody()) {
      watch.before(plan.sql(), plan.parameters(values));
    }
  }

  private void after(Plan plan, List<Bound> values) {
    if (watch.isAnybody()) {
      watch.after(plan.sql(), plan.parameters(values));
    }
  }

  /** The number that a query for one number gives; 0 for none. */
  long number(Form form, List<Bound> values) throws SQLException {
    Plan plan = plan(form);
    before(plan, values);
    try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
      plan.bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        after(plan, values);
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /** Changes rows and says how many. */
  long change(Form form, List<Bound> values) throws SQLException {
    Plan plan = plan(form);
    before(plan, values);
    try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
      plan.bind(statement, values);
      long changed = statement.executeLargeUpdate();
      after(plan, values);
      return changed;
    }
  }

  /** The same change with each of these values. */
  void changeEach(Form form, List<List<Bound>> batch) throws SQLException {
    Plan plan = plan(form);
    try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
      for (int from = 0; from < batch.size(); from += BATCH) {
        run(statement, plan, batch, from);
      }
    }
  }

  /** Inserts rows whose identity the database makes, and tells which it made. */
  List<Long> insertEach(Form.Insert form, List<List<Bound>> batch, String identity)
      throws SQLException {
    Plan plan = plan(form);
    var made = new ArrayList<Long>(batch.size());
    try (PreparedStatement statement =
        connection.prepareStatement(plan.sql(), new String[] {identity})) {
      for (int from = 0; from < batch.size(); from += BATCH) {
        run(statement, plan, batch, from);
        made.addAll(keys(statement));
      }
    }
    return made;
  }

  private static List<Long> keys(PreparedStatement statement) throws SQLException {
    var keys = new ArrayList<Long>();
    try (ResultSet made = statement.getGeneratedKeys()) {
      while (made.next()) {
        keys.add(made.getLong(1));
      }
    }
    return keys;
  }

  /** One batch, from a place in the whole. */
  private void run(PreparedStatement statement, Plan plan, List<List<Bound>> all, int from)
      throws SQLException {
    List<List<Bound>> batch = all.subList(from, Math.min(from + BATCH, all.size()));
    batch.forEach(values -> before(plan, values));
    try {
      run(statement, plan, batch);
      batch.forEach(values -> after(plan, values));
    } catch (BatchUpdateException e) {
      throw RefusedRow.of(e, from);
    } catch (SQLException e) {
      throw all.size() == 1 ? e : RefusedRow.single(e, from);
    }
  }

  private static void run(PreparedStatement statement, Plan plan, List<List<Bound>> batch)
      throws SQLException {
    if (batch.size() == 1) {
      plan.bind(statement, batch.getFirst());
      var _ = statement.executeUpdate();
      return;
    }
    for (List<Bound> values : batch) {
      plan.bind(statement, values);
      statement.addBatch();
    }
    var _ = statement.executeBatch();
  }

  private Plan plan(Form form) {
    return plans.plan(dialect, table(), form);
  }
}
