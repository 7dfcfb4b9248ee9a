package dev.jongleur.jdbc;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done with rows, within a transaction or outside. */
abstract sealed class OnTables implements Store permits JdbcStore, JdbcTransaction {
  private final Runner runner;
  private final Insertion insertion;
  private final MassChange changes;

  OnTables(Runner runner) {
    this.runner = runner;
    this.insertion = new Insertion(runner, new Counting(runner.dialect(), runner.maker()));
    this.changes = new MassChange(runner);
  }

  @Override
  public void prepare(ModelDefinition model) {
    var _ = runner.table(model);
  }

  @Override
  public boolean isActual(ModelDefinition model) {
    return runner.isActual(model);
  }

  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    return insertion.insert(model, row);
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return insertion.insertAll(model, rows);
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    return runner.asking(model, rows -> new Question(rows).find(filter));
  }

  @Override
  public Explanation explain(ModelDefinition model, Filter filter) {
    return runner.asking(
        model,
        rows -> {
          Map<String, String> indexes =
              runner.maker().indexes(rows.connection(), model, rows.table());
          return new Question(rows).explain(filter, indexes);
        });
  }

  @Override
  public Cursor open(ModelDefinition model, Filter filter) {
    return Selection.of(runner.dialect(), runner.table(model), model, filter)
        .map(selection -> runner.open(model, selection))
        .orElseGet(() -> Cursor.over(find(model, filter).iterator()));
  }

  @Override
  public List<Map<String, @Nullable Object>> aggregate(ModelDefinition model, Aggregate aggregate) {
    return runner
        .asking(model, rows -> new Question(rows).groups(aggregate))
        .orElseGet(() -> Store.super.aggregate(model, aggregate));
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    return runner.asking(model, rows -> new Question(rows).count(where));
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    return changes.update(model, where, values);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    return changes.replace(model, row);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row, Where where) {
    return changes.replace(model, row, where);
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    return changes.delete(model, where);
  }
}
