package dev.jongleur;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.entity.RecordValues;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.write.Create;
import dev.jongleur.operation.write.CreateAll;
import dev.jongleur.operation.write.CreateEach;
import dev.jongleur.operation.write.Delete;
import dev.jongleur.operation.write.DeleteAll;
import dev.jongleur.operation.write.DeleteById;
import dev.jongleur.operation.write.FindOrCreate;
import dev.jongleur.operation.write.Make;
import dev.jongleur.operation.write.Patch;
import dev.jongleur.operation.write.Replace;
import dev.jongleur.operation.write.ReplaceOrCreate;
import dev.jongleur.operation.write.Restore;
import dev.jongleur.operation.write.Save;
import dev.jongleur.operation.write.UpdateAll;
import dev.jongleur.operation.write.Upsert;
import dev.jongleur.operation.write.UpsertWithWhere;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.relation.Includes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is stored, changed and removed through a handle. A part of {@link Model}. */
abstract sealed class Writing extends Reading permits Model {
  Writing(ModelSource source, boolean unscoped) {
    super(source, unscoped);
  }

  /**
   * An entity that is not stored: data read by type, with defaults.
   *
   * @param options {@code applyDefaultValues: false} for none; {@code strict} in the place of the
   *     model's; {@code fields}, what of it is taken
   */
  public final Entity make(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(options, call -> Make.of(call, data));
  }

  public final Entity make(Map<String, ? extends @Nullable Object> data) {
    return make(data, Options.NONE);
  }

  /** An entity of a record's values that is not stored; what is null there is not given. */
  public final Entity make(Record values) {
    return make(RecordValues.of(values));
  }

  /** Stores a new row (F-156). */
  public final Entity create(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.CREATE, options, call -> Create.one(call, Create.make(call, data)));
  }

  public final Entity create(Map<String, ? extends @Nullable Object> data) {
    return create(data, Options.NONE);
  }

  /** Stores a new row of a record's values; what is null there is not given. */
  public final Entity create(Record values) {
    return create(RecordValues.of(values));
  }

  /** Stores an entity that was made. */
  public final Entity create(Entity entity, Options options) {
    return call(Operation.CREATE, options, call -> Create.one(call, entity));
  }

  public final Entity create(Entity entity) {
    return create(entity, Options.NONE);
  }

  /**
   * Stores each item for itself (F-158).
   *
   * @throws dev.jongleur.error.BulkException when any failed, telling how each fared; the others
   *     are stored
   */
  public final List<Entity> createEach(
      List<? extends Map<String, ? extends @Nullable Object>> items, Options options) {
    return call(
        Operation.CREATE_EACH,
        options,
        call ->
            CreateEach.rows(call, items.stream().map(data -> Create.make(call, data)).toList()));
  }

  public final List<Entity> createEach(
      List<? extends Map<String, ? extends @Nullable Object>> items) {
    return createEach(items, Options.NONE);
  }

  /**
   * Stores all items or none (F-167).
   *
   * @throws dev.jongleur.error.BulkException telling which item failed first
   */
  public final List<Entity> createAll(
      List<? extends Map<String, ? extends @Nullable Object>> items, Options options) {
    return call(Operation.CREATE_ALL, options, call -> CreateAll.rows(call, items));
  }

  public final List<Entity> createAll(
      List<? extends Map<String, ? extends @Nullable Object>> items) {
    return createAll(items, Options.NONE);
  }

  /**
   * Sets values on every row that meets a filter's where (F-186); on all rows with {@link
   * Filter#all()}.
   *
   * @return how many rows matched
   */
  public final long updateAll(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(
        Operation.UPDATE_ALL,
        options,
        call -> UpdateAll.rows(call, Scoping.wholly(call, filter), data));
  }

  public final long updateAll(Filter filter, Map<String, ? extends @Nullable Object> data) {
    return updateAll(filter, data, Options.NONE);
  }

  /**
   * Sets named values on one row (F-199).
   *
   * @throws dev.jongleur.error.NotFoundException when it is not there
   */
  public final Entity patch(
      @Nullable Object id, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.PATCH, options, call -> Patch.byId(call, id, data));
  }

  public final Entity patch(@Nullable Object id, Map<String, ? extends @Nullable Object> data) {
    return patch(id, data, Options.NONE);
  }

  /** Sets named values on the row of an entity at hand, which stays as it is. */
  public final Entity patch(
      Entity entity, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.PATCH, options, call -> Patch.of(call, entity, data));
  }

  public final Entity patch(Entity entity, Map<String, ? extends @Nullable Object> data) {
    return patch(entity, data, Options.NONE);
  }

  /** Sets one value on the row of an entity at hand. */
  public final Entity patch(Entity entity, String property, @Nullable Object value) {
    return patch(entity, Collections.singletonMap(property, value), Options.NONE);
  }

  /**
   * Puts a whole row in the place of another (F-185).
   *
   * @throws dev.jongleur.error.NotFoundException when it is not there
   */
  public final Entity replace(
      @Nullable Object id, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.REPLACE, options, call -> Replace.byId(call, id, data));
  }

  public final Entity replace(@Nullable Object id, Map<String, ? extends @Nullable Object> data) {
    return replace(id, data, Options.NONE);
  }

  /** Puts a whole row in the place of an entity's, which stays as it is (F-201). */
  public final Entity replace(
      Entity entity, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.REPLACE, options, call -> Replace.of(call, entity, data));
  }

  public final Entity replace(Entity entity, Map<String, ? extends @Nullable Object> data) {
    return replace(entity, data, Options.NONE);
  }

  /** Patches the row with the data's id, or creates it (F-180). */
  public final Entity upsert(Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.UPSERT, options, call -> Upsert.row(call, data));
  }

  public final Entity upsert(Map<String, ? extends @Nullable Object> data) {
    return upsert(data, Options.NONE);
  }

  /** Patches the one row that matches, or creates one (F-183). */
  public final Entity upsertWithWhere(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(
        Operation.UPSERT_WITH_WHERE, options, call -> UpsertWithWhere.row(call, filter, data));
  }

  public final Entity upsertWithWhere(Filter filter, Map<String, ? extends @Nullable Object> data) {
    return upsertWithWhere(filter, data, Options.NONE);
  }

  /** Replaces the row with the data's id, or creates it (F-184). */
  public final Entity replaceOrCreate(
      Map<String, ? extends @Nullable Object> data, Options options) {
    return call(Operation.REPLACE_OR_CREATE, options, call -> ReplaceOrCreate.row(call, data));
  }

  public final Entity replaceOrCreate(Map<String, ? extends @Nullable Object> data) {
    return replaceOrCreate(data, Options.NONE);
  }

  /** Finds the first row a filter asks for, or creates one (F-176). */
  public final Found findOrCreate(
      Filter filter, Map<String, ? extends @Nullable Object> data, Options options) {
    return call(
        Operation.FIND_OR_CREATE,
        options,
        call -> FindOrCreate.row(call, filter, data, Includes::attach));
  }

  public final Found findOrCreate(Filter filter, Map<String, ? extends @Nullable Object> data) {
    return findOrCreate(filter, data, Options.NONE);
  }

  /**
   * Stores an entity that was changed at hand, whole, or a new one (F-197).
   *
   * @throws dev.jongleur.error.NotFoundException when its row is gone
   */
  public final Entity save(Entity entity, Options options) {
    return call(Operation.SAVE, options, call -> Save.of(call, entity));
  }

  public final Entity save(Entity entity) {
    return save(entity, Options.NONE);
  }

  /**
   * Brings back the row with this id after it was deleted softly.
   *
   * @throws dev.jongleur.error.NotFoundException when no such row was deleted
   * @throws dev.jongleur.error.UnsupportedException when the model deletes for good
   */
  public final Entity restore(@Nullable Object id, Options options) {
    return call(Operation.RESTORE, options, call -> Restore.byId(call, id));
  }

  public final Entity restore(@Nullable Object id) {
    return restore(id, Options.NONE);
  }

  /**
   * Removes the row with this id (F-193).
   *
   * @return how many rows were removed
   */
  public final long deleteById(@Nullable Object id, Options options) {
    return call(Operation.DELETE_BY_ID, options, call -> DeleteById.row(call, id));
  }

  public final long deleteById(@Nullable Object id) {
    return deleteById(id, Options.NONE);
  }

  /** Removes the row of an entity at hand (F-194). */
  public final long delete(Entity entity, Options options) {
    return call(Operation.DELETE, options, call -> Delete.entity(call, entity));
  }

  public final long delete(Entity entity) {
    return delete(entity, Options.NONE);
  }

  /** Removes every row that meets a filter's where (F-191); every row with {@link Filter#all()}. */
  public final long deleteAll(Filter filter, Options options) {
    return call(
        Operation.DELETE_ALL, options, call -> DeleteAll.rows(call, Scoping.wholly(call, filter)));
  }

  public final long deleteAll(Filter filter) {
    return deleteAll(filter, Options.NONE);
  }
}
