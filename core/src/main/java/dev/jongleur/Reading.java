package dev.jongleur;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.model.BoundModel;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Surrounded;
import dev.jongleur.operation.read.Exists;
import dev.jongleur.operation.read.FindById;
import dev.jongleur.operation.read.FindByIds;
import dev.jongleur.operation.step.Validate;
import dev.jongleur.operation.write.Assign;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.relation.Includes;
import dev.jongleur.relation.Part;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is read through a handle. A part of {@link Model}, which says what holds for all of it. */
abstract sealed class Reading extends Asking permits Writing {
  private final boolean unscoped;

  Reading(ModelSource source, boolean unscoped) {
    super(source);
    this.unscoped = unscoped;
  }

  public final String name() {
    return definition().name();
  }

  /** Finds the definitions of the owner's models by name, those that its properties are of. */
  public final ModelLookup definitions() {
    return name -> source().with(model -> model.models().find(name));
  }

  public final ModelDefinition definition() {
    return source().with(model -> model.definition());
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
    return Related.scope(source(), name);
  }

  /** What is related to an entity. */
  public final Related related(Entity owner, String relation) {
    return Related.to(source(), owner, relation);
  }

  @Override
  final <T> T ask(Operation<T> operation, Options options, BiFunction<Call, Part, T> work) {
    return call(operation, options, call -> work.apply(call, Part.WHOLE));
  }

  @Override
  final <T> T about(BoundModel model, BiFunction<Binding, Part, T> work) {
    return work.apply(model, Part.WHOLE);
  }

  /** An operation, with the code that was put around it. */
  final <T> T call(Operation<T> operation, Options options, Function<Call, T> work) {
    Options all = own(options);
    return source().operate(model -> Surrounded.call(model, all, operation, work));
  }

  /** What touches no data, and is no operation for code around. */
  final <T> T call(Options options, Function<Call, T> operation) {
    return source().operate(model -> operation.apply(Call.of(model, own(options))));
  }

  @Override
  final Options own(Options options) {
    return unscoped ? options.with(Call.UNSCOPED, true) : options;
  }
}
