package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.jdbc.sql.Plans;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.jdbc.table.TableMaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;

/**
 * The tables of one store that are known to be as their models want them: one for each model, so as
 * many as there are models.
 */
final class Tables {
  private final TableMaker maker;
  private final Plans plans;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Lock making;

  /**
   * @param making taken while a table is made, by every store of the same partition
   */
  Tables(TableMaker maker, Plans plans, Lock making) {
    this.making = making;
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
    Optional<Known> there = known(model);
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
    var made = new Known(model, plans.shared(table), new Numbers());
    known.put(model.name(), made);
    return made;
  }
}
