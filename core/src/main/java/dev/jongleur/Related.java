package dev.jongleur;

import dev.jongleur.entity.Entity;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.OpenRows;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.call.Surrounded;
import dev.jongleur.operation.read.Count;
import dev.jongleur.operation.read.Find;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.operation.write.Create;
import dev.jongleur.operation.write.DeleteAll;
import dev.jongleur.operation.write.UpdateAll;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.relation.CreateRelated;
import dev.jongleur.relation.Includes;
import dev.jongleur.relation.Narrowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a model's rows with the operations of the model: what is related to an entity, or a
 * named scope. Read from the store at each call; never leaves its part. Thread-safe.
 */
public final class Related {
  private final ModelSource source;
  private final Function<BoundModel, Narrowed> part;

  private Related(ModelSource source, Function<BoundModel, Narrowed> part) {
    this.source = source;
    this.part = part;
  }

  static Related to(ModelSource source, Entity owner, String relation) {
    return new Related(source, model -> Narrowed.related(model, owner, relation));
  }

  static Related scope(ModelSource source, String name) {
    return new Related(source, model -> Narrowed.scope(model, name));
  }

  /** What of this part is in a named scope of its model too; this one stays as it is (F-323). */
  public Related scope(String name) {
    return new Related(source, model -> part.apply(model).within(name));
  }

  /** An entity that would lie in this part; not stored (F-322). */
  public Entity make(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, (call, part) -> Create.make(call, part.place(data)));
  }

  public Entity make(Map<String, ? extends @Nullable Object> data) {
    return make(data, Options.NONE);
  }

  public List<Entity> find(Filter filter, Options options) {
    return call(
        Operation.FIND,
        options,
        (call, part) -> Find.rows(call, part.within(filter), Includes::attach));
  }

  /** As {@link Model#stream(Filter, Options)}, within this part. */
  public Stream<Entity> stream(Filter filter, Options options) {
    return source.with(model ->
        Surrounded.work(
            part.apply(model).binding(), options, Operation.STREAM, () -> opened(filter, options)));
  }

  private Stream<Entity> opened(Filter filter, Options options) {
    OpenRows rows =
        source.open(model -> {
          Narrowed narrowed = part.apply(model);
          Options lasting = Pieces.lasting(narrowed.binding(), options);
          Call call = Call.of(narrowed.binding(), lasting);
          return Pieces.open(call, narrowed.within(filter), Includes::attach);
        });
    return RowSpliterator.stream(rows, source.hold(), "related rows");
  }

  public List<Entity> find() {
    return find(Filter.all(), Options.NONE);
  }

  public Optional<Entity> findOne(Filter filter, Options options) {
    return call(
        Operation.FIND_ONE,
        options,
        (call, part) -> Find.one(call, part.within(filter), Includes::attach));
  }

  /** The one related entity, for a relation to one. */
  public Optional<Entity> get(Options options) {
    return findOne(Filter.all(), options);
  }

  public Optional<Entity> get() {
    return get(Options.NONE);
  }

  /** The row with this id, if it lies in this part. */
  public Optional<Entity> findById(@Nullable Object id, Filter filter, Options options) {
    return call(
        Operation.FIND_BY_ID,
        options,
        (call, part) -> {
          Filter one = filter.withWhere(call.whereId(id));
          return Find.one(call, part.within(one), Includes::attach);
        });
  }

  public boolean exists(@Nullable Object id, Options options) {
    return findById(id, Filter.all(), options).isPresent();
  }

  public long count(Filter filter, Options options) {
    return call(Operation.COUNT, options, (call, part) -> Count.rows(call, part.within(filter)));
  }

  public long count() {
    return count(Filter.all(), Options.NONE);
  }

  /**
   * Stores a new row in this part.
   *
   * @throws dev.jongleur.error.DataException when only one row may be in it and one is
   */
  public Entity create(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.CREATE, options, (call, part) -> CreateRelated.one(call, part, data));
  }

  /**
   * Stores each item for itself.
   *
   * @throws dev.jongleur.error.BulkException when any failed, telling how each fared
   */
  public List<Entity> createEach(
      List<? extends Map<String, ? extends @Nullable Object>> items, Options options) {
    return call(
        Operation.CREATE_EACH, options, (call, part) -> CreateRelated.each(call, part, items));
  }

  public Entity create(Map<String, ? extends @Nullable Object> data) {
    return create(data, Options.NONE);
  }

  public long updateAll(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(
        Operation.UPDATE_ALL,
        options,
        (call, part) -> UpdateAll.rows(call, part.within(Scoping.wholly(call, filter)), data));
  }

  public long deleteAll(Filter filter, Options options) {
    return call(
        Operation.DELETE_ALL,
        options,
        (call, part) -> DeleteAll.rows(call, part.within(Scoping.wholly(call, filter))));
  }

  public long deleteById(@Nullable Object id, Options options) {
    return call(
        Operation.DELETE_BY_ID,
        options,
        (call, part) -> DeleteAll.rows(call, part.within(Filter.of(call.whereId(id)))));
  }

  /** An operation, with the code that was put around it. */
  private <T> T call(Operation<T> operation, Options options, BiFunction<Call, Narrowed, T> work) {
    return source.operate(model -> {
      Narrowed narrowed = part.apply(model);
      return Surrounded.call(
          narrowed.binding(), options, operation, call -> work.apply(call, narrowed));
    });
  }

  private <T> T call(Options options, BiFunction<Call, Narrowed, T> operation) {
    return source.operate(model -> {
      Narrowed narrowed = part.apply(model);
      return operation.apply(Call.of(narrowed.binding(), options), narrowed);
    });
  }
}
