package dev.jongleur;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.OpenRows;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Surrounded;
import dev.jongleur.operation.read.Aggregation;
import dev.jongleur.operation.read.Count;
import dev.jongleur.operation.read.Distinct;
import dev.jongleur.operation.read.Find;
import dev.jongleur.operation.read.FindPage;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.relation.Includes;
import dev.jongleur.relation.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of rows: of all of a {@link Model}, or of a part of it, a {@link Related}. */
abstract sealed class Asking permits Reading, Related {
  private final ModelSource source;

  Asking(ModelSource source) {
    this.source = source;
  }

  final ModelSource source() {
    return source;
  }

  /** An operation on the rows that this is about, with the code that was put around it. */
  abstract <T> T ask(Operation<T> operation, Options options, BiFunction<Call, Part, T> work);

  /** Work on the model whose rows this is about. */
  abstract <T> T about(BoundModel model, BiFunction<Binding, Part, T> work);

  /** The options of a call through this handle. */
  Options own(Options options) {
    return options;
  }

  /** The rows a filter asks for (F-170). */
  public final List<Entity> find(Filter filter, Options options) {
    return ask(
        Operation.FIND,
        options,
        (call, part) -> Find.rows(call, part.within(call, filter), Includes::attach));
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
    return source.with(model ->
        about(
            model,
            (binding, _) ->
                Surrounded.work(
                    binding,
                    all,
                    Operation.STREAM,
                    () -> opened(binding.definition().name(), filter, all))));
  }

  private Stream<Entity> opened(String name, Filter filter, Options options) {
    OpenRows rows =
        source.open(model ->
            about(
                model,
                (binding, part) -> {
                  Call call = Call.of(binding, Pieces.lasting(binding, options));
                  return Pieces.open(call, part.within(call, filter), Includes::attach);
                }));
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
    return ask(
        Operation.PAGE,
        options,
        (call, part) -> FindPage.rows(call, part.within(call, filter), after, Includes::attach));
  }

  public final Page page(Filter filter, String after) {
    return page(filter, after, Options.NONE);
  }

  /** The first of the rows a filter asks for (F-171). */
  public final Optional<Entity> findOne(Filter filter, Options options) {
    return ask(
        Operation.FIND_ONE,
        options,
        (call, part) -> Find.one(call, part.within(call, filter), Includes::attach));
  }

  public final Optional<Entity> findOne(Filter filter) {
    return findOne(filter, Options.NONE);
  }

  /**
   * How the store answers a filter, told by asking it: by which indexes, looking at how many rows.
   * Its includes are not followed, and no observer is called.
   *
   * @throws dev.jongleur.error.UnsupportedException when the connector cannot tell
   */
  public final Explanation explain(Filter filter, Options options) {
    return ask(
        Operation.EXPLAIN,
        options,
        (call, part) -> Find.explained(call, part.within(call, filter)));
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
    return ask(
        Operation.AGGREGATE,
        options,
        (call, part) ->
            Aggregation.groups(call, asked.withWhere(part.within(call, asked.where()))));
  }

  public final List<Map<String, @Nullable Object>> aggregate(Aggregate asked) {
    return aggregate(asked, Options.NONE);
  }

  /**
   * The values that rows have at a property, each once and in order; null and missing are none. Of
   * the filter where, limit and skip count.
   */
  public final List<Object> distinct(String property, Filter filter, Options options) {
    return ask(
        Operation.DISTINCT,
        options,
        (call, part) ->
            Distinct.values(call, property, filter.withWhere(part.within(call, filter.where()))));
  }

  public final List<Object> distinct(String property, Filter filter) {
    return distinct(property, filter, Options.NONE);
  }

  public final List<Object> distinct(String property) {
    return distinct(property, Filter.all(), Options.NONE);
  }

  /** How many rows meet a filter's where (F-175). */
  public final long count(Filter filter, Options options) {
    return ask(
        Operation.COUNT, options, (call, part) -> Count.rows(call, part.within(call, filter)));
  }

  public final long count(Filter filter) {
    return count(filter, Options.NONE);
  }

  public final long count() {
    return count(Filter.all(), Options.NONE);
  }
}
