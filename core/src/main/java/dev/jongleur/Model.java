package dev.jongleur;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Subscription;
import dev.jongleur.operation.Call;
import dev.jongleur.operation.Count;
import dev.jongleur.operation.Create;
import dev.jongleur.operation.Delete;
import dev.jongleur.operation.Find;
import dev.jongleur.operation.FindOrCreate;
import dev.jongleur.operation.Patch;
import dev.jongleur.operation.Replace;
import dev.jongleur.operation.ReplaceOrCreate;
import dev.jongleur.operation.UpdateAll;
import dev.jongleur.operation.Upsert;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.relation.Includes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A definition bound to a data source or a tenant: the handle that has the operations. Cheap,
 * immutable and thread-safe. Every operation blocks; each takes options last, or none.
 *
 * <p>All operations raise {@link dev.jongleur.error.QueryException} for a filter that cannot be
 * asked, {@link dev.jongleur.error.ClosedException} after its owner was closed, and what the store
 * raises; those that store raise {@link dev.jongleur.error.ValidationException}.
 */
public final class Model {
  private final ModelSource source;

  Model(ModelSource source) {
    this.source = source;
  }

  public String name() {
    return definition().name();
  }

  public ModelDefinition definition() {
    return source.with(model -> model.definition());
  }

  /** An entity that is not stored: data read by type, with defaults. */
  public Entity make(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Create.make(call, data));
  }

  public Entity make(Map<String, ? extends @Nullable Object> data) {
    return make(data, Options.NONE);
  }

  /** Stores a new row (F-156). */
  public Entity create(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Create.one(call, Create.make(call, data)));
  }

  public Entity create(Map<String, ? extends @Nullable Object> data) {
    return create(data, Options.NONE);
  }

  /** Stores an entity that was made. */
  public Entity create(Entity entity, Options options) {
    return call(options, call -> Create.one(call, entity));
  }

  /**
   * Stores each item for itself (F-158).
   *
   * @throws dev.jongleur.error.BulkException when any failed, telling how each fared; the others
   *     are stored
   */
  public List<Entity> createEach(
      List<? extends Map<String, ? extends @Nullable Object>> items, Options options) {
    return call(
        options,
        call -> Create.each(call, items.stream().map(data -> Create.make(call, data)).toList()));
  }

  /** Stores all items or none (F-167). */
  public List<Entity> createAll(
      List<? extends Map<String, ? extends @Nullable Object>> items, Options options) {
    return call(
        options,
        call -> Create.all(call, items.stream().map(data -> Create.make(call, data)).toList()));
  }

  public List<Entity> createAll(List<? extends Map<String, ? extends @Nullable Object>> items) {
    return createAll(items, Options.NONE);
  }

  /** The rows a filter asks for (F-170). */
  public List<Entity> find(Filter filter, Options options) {
    return call(options, call -> Find.rows(call, filter, Includes::attach));
  }

  public List<Entity> find(Filter filter) {
    return find(filter, Options.NONE);
  }

  public List<Entity> find() {
    return find(Filter.all(), Options.NONE);
  }

  /** The first of the rows a filter asks for (F-171). */
  public Optional<Entity> findOne(Filter filter, Options options) {
    return call(options, call -> Find.one(call, filter, Includes::attach));
  }

  public Optional<Entity> findOne(Filter filter) {
    return findOne(filter, Options.NONE);
  }

  /** The row with an id; of the filter only fields and includes count (F-172). */
  public Optional<Entity> findById(@Nullable Object id, Filter filter, Options options) {
    return call(options, call -> Find.byId(call, id, filter, Includes::attach));
  }

  public Optional<Entity> findById(@Nullable Object id) {
    return findById(id, Filter.all(), Options.NONE);
  }

  /** The rows with these ids, in their order, each once (F-173). */
  public List<Entity> findByIds(List<?> ids, Filter filter, Options options) {
    return call(options, call -> Find.byIds(call, ids, filter, Includes::attach));
  }

  public List<Entity> findByIds(List<?> ids) {
    return findByIds(ids, Filter.all(), Options.NONE);
  }

  /** How many rows meet a filter's where (F-175). */
  public long count(Filter filter, Options options) {
    return call(options, call -> Count.rows(call, filter));
  }

  public long count(Filter filter) {
    return count(filter, Options.NONE);
  }

  public long count() {
    return count(Filter.all(), Options.NONE);
  }

  /** Whether there is a row with this id (F-174). */
  public boolean exists(@Nullable Object id, Options options) {
    return call(options, call -> Count.exists(call, id));
  }

  public boolean exists(@Nullable Object id) {
    return exists(id, Options.NONE);
  }

  /**
   * Sets values on every row that meets a filter's where (F-186); on all rows with {@link
   * Filter#all()}.
   *
   * @return how many rows matched
   */
  public long updateAll(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> UpdateAll.rows(call, filter, data));
  }

  public long updateAll(Filter filter, Map<String, ? extends @Nullable Object> data) {
    return updateAll(filter, data, Options.NONE);
  }

  /**
   * Sets named values on one row (F-199).
   *
   * @throws dev.jongleur.error.NotFoundException when it is not there
   */
  public Entity patch(
      @Nullable Object id, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Patch.byId(call, id, data));
  }

  public Entity patch(@Nullable Object id, Map<String, ? extends @Nullable Object> data) {
    return patch(id, data, Options.NONE);
  }

  /** Sets named values on the row of an entity at hand, which stays as it is. */
  public Entity patch(
      Entity entity, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Patch.of(call, entity, data));
  }

  public Entity patch(Entity entity, Map<String, ? extends @Nullable Object> data) {
    return patch(entity, data, Options.NONE);
  }

  /**
   * Puts a whole row in the place of another (F-185).
   *
   * @throws dev.jongleur.error.NotFoundException when it is not there
   */
  public Entity replace(
      @Nullable Object id, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Replace.byId(call, id, data));
  }

  public Entity replace(@Nullable Object id, Map<String, ? extends @Nullable Object> data) {
    return replace(id, data, Options.NONE);
  }

  /** Patches the row with the data's id, or creates it (F-180). */
  public Entity upsert(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Upsert.byId(call, data));
  }

  public Entity upsert(Map<String, ? extends @Nullable Object> data) {
    return upsert(data, Options.NONE);
  }

  /** Patches the one row that matches, or creates one (F-183). */
  public Entity upsertWithWhere(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Upsert.byWhere(call, filter, data));
  }

  /** Replaces the row with the data's id, or creates it (F-184). */
  public Entity replaceOrCreate(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> ReplaceOrCreate.row(call, data));
  }

  /** Finds the first row a filter asks for, or creates one (F-176). */
  public Found findOrCreate(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return source.operate(model -> {
      var outcome =
          FindOrCreate.row(Call.of(model, options), filter, data, Includes::attach, model.turn());
      return new Found(outcome.entity(), outcome.created());
    });
  }

  /**
   * Stores an entity that was changed at hand, whole, or a new one (F-197).
   *
   * @throws dev.jongleur.error.NotFoundException when its row is gone
   */
  public Entity save(Entity entity, Options options) {
    return call(options, call -> Replace.save(call, entity));
  }

  public Entity save(Entity entity) {
    return save(entity, Options.NONE);
  }

  /** The row of an entity as it is stored now (F-202). */
  public Optional<Entity> reload(Entity entity) {
    return findById(entity.id());
  }

  /**
   * Removes the row with this id (F-193).
   *
   * @return how many rows were removed
   */
  public long deleteById(@Nullable Object id, Options options) {
    return call(options, call -> Delete.byId(call, id));
  }

  public long deleteById(@Nullable Object id) {
    return deleteById(id, Options.NONE);
  }

  /** Removes the row of an entity at hand (F-194). */
  public long delete(Entity entity, Options options) {
    return call(options, call -> Delete.entity(call, entity));
  }

  public long delete(Entity entity) {
    return delete(entity, Options.NONE);
  }

  /** Removes every row that meets a filter's where (F-191); every row with {@link Filter#all()}. */
  public long deleteAll(Filter filter, Options options) {
    return call(options, call -> Delete.all(call, filter));
  }

  public long deleteAll(Filter filter) {
    return deleteAll(filter, Options.NONE);
  }

  /** What is related to an entity. */
  public Related related(Entity owner, String relation) {
    return Related.to(source, owner, relation);
  }

  /** The rows of a named scope (F-321). */
  public Related scope(String name) {
    return Related.scope(source, name);
  }

  /**
   * Calls an observer at a hook until its subscription is closed, or the owner. Nobody has to hold
   * the subscription: one that is dropped leaves the observer where it is.
   */
  public Subscription observe(Hook hook, Observer observer) {
    return source.with(model -> model.observers().observe(hook, observer));
  }

  /**
   * Calls an observer for as long as somebody holds the subscription, which closes it in the end.
   * One that is dropped instead is found, ended and reported; until then the observer is called.
   */
  public Subscription observeWhileHeld(Hook hook, Observer observer) {
    return source.with(model -> model.observeWhileHeld(hook, observer));
  }

  public void clearObservers(Hook hook) {
    var _ =
        source.with(model -> {
          model.observers().clear(hook);
          return hook;
        });
  }

  private <T> T call(Options options, Function<Call, T> operation) {
    return source.operate(model -> operation.apply(Call.of(model, options)));
  }

  @Override
  public String toString() {
    return "Model " + name();
  }
}
