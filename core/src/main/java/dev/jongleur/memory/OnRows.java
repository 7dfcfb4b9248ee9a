package dev.jongleur.memory;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Increment;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.memory.Collections.Done;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.Keys;
import dev.jongleur.memory.collection.RowChange;
import dev.jongleur.memory.plan.Answer;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is done with rows, in the same way on a partition and in a transaction on it. Two models may
 * share a collection (F-065).
 */
abstract sealed class OnRows implements Store permits MemoryStore, MemoryTransaction {
  /** The collection as it is to be read. */
  abstract Optional<Collection> read(ModelDefinition model);

  /** Changes the collection, which is made where there is none. */
  abstract <T> T change(ModelDefinition model, Function<Collection, Done<T>> work);

  @Override
  public final Entity insert(ModelDefinition model, Entity row) {
    return insertAll(model, List.of(row)).getFirst();
  }

  @Override
  public final List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    var insertion = new Insertion(model, rows);
    try {
      return change(model, insertion);
    } catch (DuplicateException e) {
      throw insertion.refused(e);
    }
  }

  @Override
  public final List<Entity> find(ModelDefinition model, Filter filter) {
    return read(model).map(rows -> Answer.find(rows, model, filter)).orElse(List.of());
  }

  @Override
  public final Explanation explain(ModelDefinition model, Filter filter) {
    return read(model)
        .map(rows -> Answer.explain(rows, model, filter))
        .orElseGet(() -> new Explanation(List.of("nothing was ever stored"), List.of(), 0, 0));
  }

  /** From the rows as they are now, whatever happens to them while they are read. */
  @Override
  public final Cursor open(ModelDefinition model, Filter filter) {
    return Cursor.over(
        read(model)
            .map(rows -> Answer.open(rows, model, filter))
            .orElseGet(java.util.Collections::emptyIterator));
  }

  @Override
  public final long count(ModelDefinition model, Where where) {
    return read(model).map(rows -> Answer.count(rows, model, where)).orElse(0L);
  }

  @Override
  public final long update(
      ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    boolean counts = counts(values);
    return changeEach(
        model,
        where,
        row -> row.under(model).set(counts ? counted(row.under(model), values) : values));
  }

  private static boolean counts(Map<String, ? extends @Nullable Object> values) {
    for (Object value : values.values()) {
      if (value instanceof Increment) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, @Nullable Object> counted(
      Entity row, Map<String, ? extends @Nullable Object> values) {
    var typed = new LinkedHashMap<String, @Nullable Object>(values);
    typed.replaceAll(
        (name, value) -> value instanceof Increment more ? more.to(row.get(name)) : value);
    return typed;
  }

  @Override
  public final long delete(ModelDefinition model, Where where) {
    return changeEach(model, where, _ -> null);
  }

  private long changeEach(
      ModelDefinition model, Where where, Function<Entity, @Nullable Entity> made) {
    if (read(model).isEmpty()) {
      return 0;
    }
    return change(
        model,
        collection -> {
          List<RowChange> changes = Answer.changes(collection, model, where, made);
          return new Done<>((long) changes.size(), changes);
        });
  }

  @Override
  public final boolean replace(ModelDefinition model, Entity row) {
    return replace(model, row, Where.all());
  }

  @Override
  public final boolean replace(ModelDefinition model, Entity row, Where where) {
    if (read(model).isEmpty()) {
      return false;
    }
    Predicate<Entity> matcher = Matcher.of(where, model);
    return change(
        model,
        collection -> {
          Object key = Keys.of(row);
          Entity before = collection.rows().get(key);
          return before == null || !matcher.test(before.under(model))
              ? new Done<>(false, List.of())
              : new Done<>(true, List.of(new RowChange(key, before, row.asStored())));
        });
  }

  static String nameOf(ModelDefinition model) {
    return model.derived(CollectionName.class, CollectionName::of).text();
  }

  /** The name of a model's collection, worked out once. */
  private record CollectionName(String text) {
    static CollectionName of(ModelDefinition model) {
      return new CollectionName(
          model.settings().others().get("memory") instanceof Map<?, ?> own
                  && own.get("collection") instanceof String name
              ? name
              : model.name());
    }
  }
}
