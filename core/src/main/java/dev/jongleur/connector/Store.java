package dev.jongleur.connector;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Groups;
import dev.jongleur.query.Where;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The data of one partition. Thread-safe and blocking. Wheres and values come typed by the model's
 * properties and checked; filters have no includes to care for. Each call is atomic.
 *
 * <p>Failures are {@link dev.jongleur.error.StoreException}, {@link
 * dev.jongleur.error.CapacityException}, {@link dev.jongleur.error.ClosedException} and what a
 * method names.
 */
public interface Store extends AutoCloseable {
  /**
   * Makes room for a model: a collection, or a table with all its columns and indexes. Never
   * removes any.
   *
   * @throws dev.jongleur.error.DuplicateException when rows that are there share a key that is to
   *     be unique
   */
  void prepare(ModelDefinition model);

  /** Makes room for many models; where there are none yet, that takes less than one by one. */
  default void prepareAll(Collection<ModelDefinition> models) {
    models.forEach(this::prepare);
  }

  /**
   * Gives up the room of a property that no row has a value of, so that {@link #prepare} makes it
   * anew, with another type. Nothing where properties have no room of their own.
   */
  void vacate(ModelDefinition model, String property);

  /** Whether {@link #prepare} has nothing to do for a model: its room is as its definition says. */
  default boolean isActual(ModelDefinition model) {
    return true;
  }

  /**
   * Shows every command that is sent for operations on rows to somebody, from now on and in the
   * place of who was there (F-367); not those that make room.
   *
   * @throws UnsupportedException when the store sends no commands
   */
  default void watch(CommandWatch watch) {
    throw new UnsupportedException("This connector sends no commands that could be observed.");
  }

  /** Empties a model and starts its generated ids anew, making room where there is none. */
  void recreate(ModelDefinition model);

  /**
   * Stores a new row and returns it with the id that was generated where it had none.
   *
   * @throws dev.jongleur.error.DuplicateException when the id or a unique key is taken
   */
  Entity insert(ModelDefinition model, Entity row);

  /**
   * Stores new rows, all or none.
   *
   * @throws dev.jongleur.error.BulkException when one of several could not be stored, telling which
   * @throws dev.jongleur.error.DuplicateException when an id or a unique key is taken
   */
  List<Entity> insertAll(ModelDefinition model, List<Entity> rows);

  /**
   * The rows that a filter asks for, in its order and then by id; a near that every row must meet
   * orders by distance first. Values that its fields do not keep may be left out.
   */
  List<Entity> find(ModelDefinition model, Filter filter);

  /**
   * The same rows in the same order, to be read piece by piece. Where a backend does not say how,
   * they are found at once.
   */
  default Cursor open(ModelDefinition model, Filter filter) {
    return Cursor.over(find(model, filter).iterator());
  }

  /**
   * How {@link #find} answers this filter, told by answering it.
   *
   * @throws UnsupportedException when the connector cannot tell
   */
  default Explanation explain(ModelDefinition model, Filter filter) {
    throw new UnsupportedException("This connector does not tell how it answers questions.");
  }

  /**
   * The groups that an aggregate asks for, in its order, as {@link Groups} works them out: here row
   * by row. Where a backend answers with the same figures it may do so itself.
   *
   * @throws dev.jongleur.error.LimitException when there are too many groups
   */
  default List<Map<String, @Nullable Object>> aggregate(
      ModelDefinition model, Aggregate aggregate) {
    Groups groups = new Groups(model, aggregate);
    try (Cursor rows = open(model, aggregate.rows())) {
      Deadline.Pace pace = Deadline.current().pace();
      for (List<Entity> piece = rows.next(500); !piece.isEmpty(); piece = rows.next(500)) {
        for (Entity row : piece) {
          pace.step();
          groups.add(row);
        }
      }
    }
    return groups.result();
  }

  long count(ModelDefinition model, Where where);

  /**
   * Sets these values on every row that matches; a {@link dev.jongleur.entity.Nothing#NULL} is
   * null, an {@link Increment} adds to what is there. The id is not among them.
   *
   * @return how many rows matched
   * @throws dev.jongleur.error.DuplicateException when a unique key is taken; no row was changed
   */
  long update(ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values);

  /**
   * Puts a whole row in the place of the one with the same id.
   *
   * @return whether there was one
   * @throws dev.jongleur.error.DuplicateException when a unique key is taken
   */
  boolean replace(ModelDefinition model, Entity row);

  /**
   * The same, if the row that is there meets a condition.
   *
   * @return whether there was one that did
   * @throws UnsupportedException when the connector has no {@link Capability#VERSIONS}
   */
  default boolean replace(ModelDefinition model, Entity row, Where where) {
    throw new UnsupportedException(
        "This connector replaces no row of \"" + model.name() + "\" on a condition.");
  }

  /**
   * Does work that reads rows of a model and then stores one because of what it read. Work of this
   * kind on one model takes turns, also through other stores of the partition; plain changes go on
   * beside it. Within the work only this model is touched. In a transaction it is done as it is:
   * there the isolation decides.
   *
   * @throws UnsupportedException when the connector has no {@link Capability#TURNS}
   */
  default <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    throw new UnsupportedException(
        "This connector lets no work on \"" + model.name() + "\" take turns.");
  }

  /**
   * @return how many rows were removed
   */
  long delete(ModelDefinition model, Where where);

  /**
   * Begins a transaction on this partition. A level that the backend does not have is raised to the
   * next stronger one it has.
   *
   * @throws UnsupportedException when the connector has no {@link Capability#TRANSACTIONS}, or no
   *     level as strong as this
   */
  default StoreTransaction begin(IsolationLevel level) {
    throw new UnsupportedException("This connector has no transactions.");
  }

  /** Gives back what this store holds; the data stays. */
  @Override
  void close();
}
