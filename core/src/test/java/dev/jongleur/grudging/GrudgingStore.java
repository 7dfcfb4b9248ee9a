package dev.jongleur.grudging;

import static dev.jongleur.grudging.GrudgingProvider.refuse;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that refuses to prepare a model, or to be closed, or to let what it reads be. */
record GrudgingStore(Store memory, String grudge, Diary diary) implements Store {
  @Override
  public void prepare(ModelDefinition model) {
    refuse(grudge, model.name());
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
  public Entity insert(ModelDefinition model, Entity row) {
    return memory.insert(model, row);
  }

  @Override
  public List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    return memory.insertAll(model, rows);
  }

  @Override
  public List<Entity> find(ModelDefinition model, Filter filter) {
    return memory.find(model, filter);
  }

  @Override
  public Cursor open(ModelDefinition model, Filter filter) {
    Cursor rows = memory.open(model, filter);
    return new Cursor() {
      @Override
      public List<Entity> next(int most) {
        return rows.next(most);
      }

      @Override
      public void close() {
        rows.close();
        refuse(grudge, "cursor close");
      }
    };
  }

  @Override
  public long count(ModelDefinition model, Where where) {
    return memory.count(model, where);
  }

  @Override
  public long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    return memory.update(model, where, values);
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
    diary.write("store");
    memory.close();
    refuse(grudge, "store close");
  }
}
