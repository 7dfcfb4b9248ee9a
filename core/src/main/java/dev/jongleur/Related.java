package dev.jongleur;

import dev.jongleur.entity.Entity;
import dev.jongleur.model.BoundModel;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.call.Surrounded;
import dev.jongleur.operation.read.Find;
import dev.jongleur.operation.write.Create;
import dev.jongleur.operation.write.UpdateAll;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.relation.CreateRelated;
import dev.jongleur.relation.DeleteRelated;
import dev.jongleur.relation.Includes;
import dev.jongleur.relation.LinkRelated;
import dev.jongleur.relation.Member;
import dev.jongleur.relation.Narrowed;
import dev.jongleur.relation.Part;
import dev.jongleur.relation.PatchRelated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a model's rows with the operations of the model: what is related to an entity, or a
 * named scope. Read from the store at each call; never leaves its part. Thread-safe.
 *
 * <p>Of a relation through a model, reads, {@link #updateAll} and {@link #create} are about the
 * rows that are linked to; {@link #add}, {@link #remove} and {@link #deleteAll} are about the links
 * (F-273 to F-275). Its links are read first, so that a change of them in between is not seen.
 */
public final class Related extends Asking {
  private final Function<BoundModel, Narrowed> part;

  private Related(ModelSource source, Function<BoundModel, Narrowed> part) {
    super(source);
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
    return new Related(source(), model -> part.apply(model).within(name));
  }

  /** An entity that would lie in this part; not stored (F-322). */
  public Entity make(Map<String, ? extends @Nullable Object> data, Options options) {
    return source()
        .operate(model -> {
          Narrowed narrowed = part.apply(model);
          return Create.make(Call.of(narrowed.binding(), options), narrowed.place(data));
        });
  }

  public Entity make(Map<String, ? extends @Nullable Object> data) {
    return make(data, Options.NONE);
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
        (call, part) -> Find.one(call, part.withId(call, id, filter), Includes::attach));
  }

  public Optional<Entity> findById(@Nullable Object id) {
    return findById(id, Filter.all(), Options.NONE);
  }

  /**
   * The same for a row that has to be there.
   *
   * @throws dev.jongleur.error.NotFoundException when it does not lie in this part
   */
  public Entity get(@Nullable Object id, Options options) {
    return call(
            Operation.FIND_BY_ID, options, (call, part) -> Optional.of(Member.of(call, part, id)))
        .orElseThrow();
  }

  /** Whether the row with this id lies in this part; a link to a row that is gone is none. */
  public boolean exists(@Nullable Object id, Options options) {
    return findById(id, Filter.all(), options).isPresent();
  }

  public boolean exists(@Nullable Object id) {
    return exists(id, Options.NONE);
  }

  /**
   * Stores a new row in this part; and the link to it, where the relation is through a model: both
   * or none, in a transaction where the store has them, which observers are called within.
   *
   * @throws dev.jongleur.error.DataException when only one row may be in it and one is
   */
  public Entity create(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.CREATE, options, (call, part) -> CreateRelated.one(call, part, data));
  }

  public Entity create(Map<String, ? extends @Nullable Object> data) {
    return create(data, Options.NONE);
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

  /**
   * Links a row that is there, for a relation through a model. Where there is a link already that
   * is returned as it is; of callers at the same time one makes it.
   *
   * @param target the row, or its id; whether there is such a row is not looked at
   * @param data what a new link holds beside its keys
   * @return the link, a row of the model between
   * @throws dev.jongleur.error.MisuseException when the relation is not through a model
   */
  public Entity add(
      @Nullable Object target, Map<String, ? extends @Nullable Object> data, Options options) {
    return source().operate(model -> LinkRelated.add(part.apply(model), target, data, options));
  }

  public Entity add(@Nullable Object target) {
    return add(target, Map.of(), Options.NONE);
  }

  /**
   * Removes the links to a row, which stays.
   *
   * @param target the row, or its id
   * @return how many links
   * @throws dev.jongleur.error.MisuseException when the relation is not through a model
   */
  public long remove(@Nullable Object target, Options options) {
    return source().operate(model -> LinkRelated.remove(part.apply(model), target, options));
  }

  public long remove(@Nullable Object target) {
    return remove(target, Options.NONE);
  }

  /**
   * Sets named values on the row with this id, if it lies in this part (F-261).
   *
   * @throws dev.jongleur.error.NotFoundException when it does not
   * @throws dev.jongleur.error.DataException when it would leave its owner
   */
  public Entity patch(
      @Nullable Object id, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.PATCH, options, (call, part) -> PatchRelated.row(call, part, id, data));
  }

  /**
   * Sets values on every row of this part that meets a filter's where.
   *
   * @return how many rows matched
   */
  public long updateAll(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(
        Operation.UPDATE_ALL,
        options,
        (call, part) ->
            UpdateAll.rows(call, part.within(call, Scoping.wholly(call, filter)), data));
  }

  /**
   * Removes the rows of this part that meet a filter's where. Of a relation through a model it
   * removes links, the filter is about them, and the rows stay.
   *
   * @return how many rows, or links
   */
  public long deleteAll(Filter filter, Options options) {
    return source().operate(model -> DeleteRelated.all(part.apply(model), filter, options));
  }

  /**
   * Removes the row with this id if it lies in this part, and with it the owner's link to it.
   *
   * @return how many rows
   */
  public long deleteById(@Nullable Object id, Options options) {
    return call(Operation.DELETE_BY_ID, options, (call, part) -> DeleteRelated.one(call, part, id));
  }

  @Override
  <T> T ask(Operation<T> operation, Options options, BiFunction<Call, Part, T> work) {
    return call(operation, options, work::apply);
  }

  @Override
  <T> T about(BoundModel model, BiFunction<Binding, Part, T> work) {
    Narrowed narrowed = part.apply(model);
    return work.apply(narrowed.binding(), narrowed);
  }

  /** An operation, with the code that was put around it. */
  private <T> T call(Operation<T> operation, Options options, BiFunction<Call, Narrowed, T> work) {
    return source()
        .operate(model -> {
          Narrowed narrowed = part.apply(model);
          return Surrounded.call(
              narrowed.binding(), options, operation, call -> work.apply(call, narrowed));
        });
  }
}
