package dev.jongleur;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.model.OpenRows;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Surrounded;
import dev.jongleur.operation.read.Aggregation;
import dev.jongleur.operation.read.Count;
import dev.jongleur.operation.read.Distinct;
import dev.jongleur.operation.read.Exists;
import dev.jongleur.operation.read.Find;
import dev.jongleur.operation.read.FindById;
import dev.jongleur.operation.read.FindByIds;
import dev.jongleur.operation.read.FindPage;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.operation.step.Validate;
import dev.jongleur.operation.write.Assign;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.relation.Includes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is read through a handle. A part of {@link Model}, which says what holds for all of it. */
abstract sealed class Reading permits Writing {
  private final ModelSource source;
  private final boolean unscoped;

  Reading(ModelSource source, boolean unscoped) {
    this.source = source;
    this.unscoped = unscoped;
  }

  public final String name() {
    return definition().name();
  }

  /** Finds the definitions of the owner's models by name, those that its properties are of. */
  public final ModelLookup definitions() {
    return name -> source.with(model -> model.models().find(name));
  }

  public final ModelDefinition definition() {
    return source.with(model -> model.definition());
  }

  /** The rows a filter asks for (F-170). */
  public final List<Entity> find(Filter filter, Options options) {
    return call(Operation.FIND, options, call -> Find.rows(call, filter, Includes::attach));
  }

  public final List<Entity> find(Filter filter) {
    return find(filter, Options.NONE);
  }

  public final List<Entity> find() {
    return find(Filter.all(), Options.NONE);
  }

  /**
   * The rows a filter asks for, read piece by piece as they are taken: however many they
   * are, few are held. To be closed, like {@code Files.lines}; one that is read to its end has
   * closed itself. Until then its owner stays in use: a tenant is not folded, and whoever closes a
   * data source or releases a tenant closes its streams too. For one thread at a time; what it
   * holds is given back when it is dropped, and reported.
   *
   * <p>The observers of {@code access} are called at once, those of {@code loaded} with each piece;
   * both for the tenant that is current now.
   *
   * @throws dev.jongleur.error.ClosedException from the stream, after it or its owner was closed
   */
  public final Stream<Entity> stream(Filter filter, Options options) {
    Options all = own(options);
    return source.with(
        model -> Surrounded.work(model, all, Operation.STREAM, () -> opened(filter, all)));
  }

  private Stream<Entity> opened(Filter filter, Options options) {
    String name = name();
    OpenRows rows =
        source.open(model ->
            Pieces.open(Call.of(model, Pieces.lasting(model, options)), filter, Includes::attach));
    return RowSpliterator.stream(rows, source.hold(), name);
  }

  public final Stream<Entity> stream(Filter filter) {
    return stream(filter, Options.NONE);
  }

  /**
   * As many of the rows a filter asks for as its limit says, and a bookmark for the next page.
   * Every row that is there all the while is on one page, whatever is stored and removed meanwhile;
   * a page far on costs no more than the first. The order is of properties with an order of their
   * own, none hidden; rows equal in it are in the order of their ids.
   *
   * @throws dev.jongleur.error.QueryException when the filter has no limit, or no such order
   */
  public final Page page(Filter filter, Options options) {
    return page(filter, "", options);
  }

  public final Page page(Filter filter) {
    return page(filter, "", Options.NONE);
  }

  /**
   * The page after another.
   *
   * @param after the bookmark of that one, which was found by a filter of the same order
   * @throws dev.jongleur.error.QueryException when it is no bookmark, or one of another order
   */
  public final Page page(Filter filter, String after, Options options) {
    return call(
        Operation.PAGE, options, call -> FindPage.rows(call, filter, after, Includes::attach));
  }

  public final Page page(Filter filter, String after) {
    return page(filter, after, Options.NONE);
  }

  /** The first of the rows a filter asks for (F-171). */
  public final Optional<Entity> findOne(Filter filter, Options options) {
    return call(Operation.FIND_ONE, options, call -> Find.one(call, filter, Includes::attach));
  }

  public final Optional<Entity> findOne(Filter filter) {
    return findOne(filter, Options.NONE);
  }

  /** The row with an id; of the filter only fields and includes count (F-172). */
  public final Optional<Entity> findById(@Nullable Object id, Filter filter, Options options) {
    return call(
        Operation.FIND_BY_ID, options, call -> FindById.row(call, id, filter, Includes::attach));
  }

  public final Optional<Entity> findById(@Nullable Object id) {
    return findById(id, Filter.all(), Options.NONE);
  }

  /** The rows with these ids, in their order, each once (F-173). */
  public final List<Entity> findByIds(List<?> ids, Filter filter, Options options) {
    return call(
        Operation.FIND_BY_IDS,
        options,
        call -> FindByIds.rows(call, ids, filter, Includes::attach));
  }

  public final List<Entity> findByIds(List<?> ids) {
    return findByIds(ids, Filter.all(), Options.NONE);
  }

  /**
   * How the store answers a filter, told by asking it: by which indexes, looking at how many rows.
   * Its includes are not followed, and no observer is called.
   *
   * @throws dev.jongleur.error.UnsupportedException when the connector cannot tell
   */
  public final Explanation explain(Filter filter, Options options) {
    return call(Operation.EXPLAIN, options, call -> Find.explained(call, filter));
  }

  public final Explanation explain(Filter filter) {
    return explain(filter, Options.NONE);
  }

  /**
   * Figures about groups of rows: for each group what it is grouped by, and its measures, by
   * name. Without groups there is one, of all rows.
   *
   * @throws dev.jongleur.error.QueryException when it is about what is hidden, unknown, or has no
   *     such figure
   * @throws dev.jongleur.error.LimitException when there are too many groups
   */
  public final List<Map<String, @Nullable Object>> aggregate(Aggregate asked, Options options) {
    return call(Operation.AGGREGATE, options, call -> Aggregation.groups(call, asked));
  }

  public final List<Map<String, @Nullable Object>> aggregate(Aggregate asked) {
    return aggregate(asked, Options.NONE);
  }

  /**
   * The values that rows have at a property, each once and in order; null and missing are none. Of
   * the filter where, limit and skip count.
   */
  public final List<Object> distinct(String property, Filter filter, Options options) {
    return call(Operation.DISTINCT, options, call -> Distinct.values(call, property, filter));
  }

  public final List<Object> distinct(String property, Filter filter) {
    return distinct(property, filter, Options.NONE);
  }

  public final List<Object> distinct(String property) {
    return distinct(property, Filter.all(), Options.NONE);
  }

  /** How many rows meet a filter's where (F-175). */
  public final long count(Filter filter, Options options) {
    return call(Operation.COUNT, options, call -> Count.rows(call, filter));
  }

  public final long count(Filter filter) {
    return count(filter, Options.NONE);
  }

  public final long count() {
    return count(Filter.all(), Options.NONE);
  }

  /** Whether there is a row with this id (F-174). */
  public final boolean exists(@Nullable Object id, Options options) {
    return call(Operation.EXISTS, options, call -> Exists.row(call, id));
  }

  public final boolean exists(@Nullable Object id) {
    return exists(id, Options.NONE);
  }

  /** The row of an entity as it is stored now; the entity stays as it is (F-202). */
  public final Optional<Entity> reload(Entity entity, Options options) {
    return findById(entity.id(), Filter.all(), options);
  }

  public final Optional<Entity> reload(Entity entity) {
    return reload(entity, Options.NONE);
  }

  /**
   * Entities at hand with what a filter includes read along; the rest of it says nothing (F-178).
   */
  public final List<Entity> include(List<Entity> entities, Filter filter, Options options) {
    return call(
        Operation.INCLUDE, options, call -> Includes.attach(call, entities, filter.include()));
  }

  public final List<Entity> include(List<Entity> entities, String... relations) {
    return include(entities, Filter.all().include(relations), Options.NONE);
  }

  /** Everything that is wrong with an entity; empty when it might be stored (F-343). */
  public final ValidationErrors validate(Entity entity, Options options) {
    return call(Operation.VALIDATE, options, call -> Validate.entity(call, entity));
  }

  public final ValidationErrors validate(Entity entity) {
    return validate(entity, Options.NONE);
  }

  /** Whether an entity might be stored as far as the rules of the model go (F-343). */
  public final boolean isValid(Entity entity) {
    return validate(entity).isEmpty();
  }

  /**
   * A copy of an entity at hand with these values, as this model reads them, its nested models too,
   * and with those it forces onto what is stored (F-089). Stores nothing; the entity stays as it
   * is.
   */
  public final Entity assign(Entity entity, Map<String, ? extends @Nullable Object> values) {
    return call(Options.NONE, call -> Assign.all(call, entity, values));
  }

  /** A copy of an entity at hand with one value, as this model reads it; nothing is forced. */
  public final Entity assign(Entity entity, String name, @Nullable Object value) {
    return call(
        Options.NONE, call -> Assign.one(call, entity, Collections.singletonMap(name, value)));
  }

  /** The rows of a named scope (F-321). */
  public final Related scope(String name) {
    return Related.scope(source, name);
  }

  /** What is related to an entity. */
  public final Related related(Entity owner, String relation) {
    return Related.to(source, owner, relation);
  }

  final ModelSource source() {
    return source;
  }

  /** An operation, with the code that was put around it. */
  final <T> T call(Operation<T> operation, Options options, Function<Call, T> work) {
    Options all = own(options);
    return source.operate(model -> Surrounded.call(model, all, operation, work));
  }

  /** What touches no data, and is no operation for code around. */
  final <T> T call(Options options, Function<Call, T> operation) {
    return source.operate(model -> operation.apply(Call.of(model, own(options))));
  }

  /** The options of a call through this handle. */
  private Options own(Options options) {
    return unscoped ? options.with(Call.UNSCOPED, true) : options;
  }
}
