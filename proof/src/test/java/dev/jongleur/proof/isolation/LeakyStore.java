package dev.jongleur.proof.isolation;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.proof.isolation.LeakyConnector.Question;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store of a connector that leaks. */
record LeakyStore(LeakyConnector connector, Partition mine, Store memory) implements Store {
  @Override
  public Entity insert(ModelDefinition model, Entity row) {
    Entity stored = memory.insert(model, row);
    leak(Breach.STRAY_ROW, other -> other.insert(model, row));
    return stored;
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    leak(Breach.STRAY_CHANGE, other -> other.update(model, where, values));
    return memory.update(model, where, values);
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    List<Entity> found = memory.find(model, filter);
    return connector.keepsAnswers() ? kept(new Question(model.name(), filter), found) : found;
  }

  private List<Entity> kept(Question question, List<Entity> found) {
    List<Entity> known = connector.answers.put(question, found);
    return known != null && connector.leaks(Breach.ANOTHERS_ANSWER) ? known : found;
  }

  private void leak(Breach way, Consumer<Store> change) {
    if (connector.leaks(way)) {
      try (Store other = connector.open(connector.nextDoor(mine))) {
        change.accept(other);
      } catch (DuplicateException e) {
        // Another has such a row already: nothing leaks this time.
      }
    }
  }

  @Override
  public void prepare(ModelDefinition model) {
    memory.prepare(model);
  }

  @Override
  public void vacate(ModelDefinition model, String property) {
    memory.vacate(model, property);
  }

  @Override
  public void recreate(ModelDefinition model) {
    memory.recreate(model);
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return memory.insertAll(model, rows);
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    return memory.count(model, where);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row, Where where) {
    return memory.replace(model, row, where);
  }

  @Override
  public <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    return memory.inTurn(model, work);
  }

  @Override
  public boolean replace(ModelDefinition model, Entity row) {
    return memory.replace(model, row);
  }

  @Override
  public long delete(ModelDefinition model, Where where) {
    return memory.delete(model, where);
  }

  @Override
  public void close() {
    memory.close();
  }
}
