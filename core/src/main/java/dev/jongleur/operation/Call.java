package dev.jongleur.operation;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.TransactionScope;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.plan.Flags;
import dev.jongleur.plan.Merge;
import dev.jongleur.plan.Question;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation on one binding: its options, the state its hooks share, and the steps
 * that operations have in common. Belongs to one thread.
 */
public final class Call {
  private final Binding binding;
  private final ModelDefinition model;
  private final Options options;
  private final Flags flags;
  private final Answer answer;
  private final Map<String, Object> state = new HashMap<>();

  private Call(Binding binding, Options options, Answer answer) {
    this.binding = binding;
    // Read once: a definition that is swapped meanwhile concerns the next call.
    this.model = binding.definition();
    this.options = options;
    this.flags = new Flags(options, model, binding.settings(), binding.models());
    this.answer = answer;
  }

  /**
   * A call on rows.
   *
   * @throws UnsupportedException when the model keeps values under keys
   */
  public static Call of(Binding binding, Options options) {
    KeyedCall.refuseRowsOf(binding);
    return new Call(binding, options, Answer.within(binding.limits()));
  }

  /** A call that reads along with this one what a relation leads to. */
  public Call including(String relation, Binding far, Options others) {
    return new Call(far, others, answer.including(relation));
  }

  public Binding binding() {
    return binding;
  }

  public ModelDefinition model() {
    return model;
  }

  public Options options() {
    return options;
  }

  Flags flags() {
    return flags;
  }

  /** The store as the transaction sees it that the call is part of, if there is one (F-372). */
  Store store() {
    Store store = binding.store();
    return switch (options.values().get(TransactionScope.OPTION)) {
      case TransactionScope named -> named.in(store, model.name());
      case null -> Ambient.isAny() ? ambient(store) : store;
      default -> throw new DataException("The option \"transaction\" is a transaction.");
    };
  }

  private Store ambient(Store store) {
    return Ambient.on(store).map(within -> within.in(store, model.name())).orElse(store);
  }

  /** Whether a row that a store does not find is missing: one that stores nothing misses none. */
  boolean isMissed() {
    return !binding.connector().can(Capability.TRANSIENT);
  }

  /** How much of what may be asked for is answered. */
  Answer answer() {
    return answer;
  }

  boolean notifies() {
    return options.flag("notify").orElse(true);
  }

  /** Reads data into entities of this model. */
  EntityReader reader() {
    EntityReader reader = EntityReader.of(model, binding.models());
    return switch (options.values().get("strict")) {
      case Boolean strict -> reader.strict(strict ? Strict.REFUSE : Strict.OPEN);
      case String text when text.equals("filter") -> reader.strict(Strict.FILTER);
      case null, default -> reader;
    };
  }

  /** Calls the observers of a hook, if there are any, with a context that is filled first. */
  Optional<HookContext> hook(Hook hook, Consumer<HookContext> fill) {
    if (!binding.observers().has(hook)) {
      return Optional.empty();
    }
    var context = new HookContext(model.name(), hook, options, state);
    fill.accept(context);
    binding.observers().notify(context);
    return Optional.of(context);
  }

  /** A filter for reading, within the default scope, as the access observers leave it. */
  Filter toRead(Filter asked) {
    return access(ready(asked));
  }

  /** A filter for reading, within the default scope, before any observer sees it. */
  Filter ready(Filter asked) {
    return Question.toRead(scoped(asked), flags);
  }

  /**
   * A filter as a mass change takes it: every row that meets its condition.
   *
   * @throws dev.jongleur.error.QueryException when it asks for a page of the rows
   */
  public Filter wholly(Filter asked) {
    return Question.wholly(asked, model);
  }

  /** A filter for changing or removing, within the default scope. */
  Filter toChange(Filter asked) {
    return access(Question.toChange(scoped(asked), flags));
  }

  private Filter scoped(Filter asked) {
    Map<String, Object> scope = model.settings().scope();
    return scope.isEmpty() ? asked : Merge.of(Filter.read((Object) scope), asked);
  }

  /** A filter as the access observers leave it. */
  Filter access(Filter ready) {
    return notifies()
        ? hook(Hook.ACCESS, context -> context.query(ready))
            .flatMap(HookContext::query)
            .orElse(ready)
        : ready;
  }

  /** The id property; most operations need one. */
  Property idProperty() {
    return model.idProperty().orElseThrow(() -> new MissingKeyException(model.name()));
  }

  /** An id as its property holds it. */
  Object id(@Nullable Object raw) {
    if (raw == null || raw == Nothing.UNDEFINED || raw.equals("")) {
      throw new DataException("An id of \"" + model.name() + "\" is needed.");
    }
    Object value = reader().slotValue(idProperty(), raw);
    if (value == null || value == Nothing.NULL) {
      throw new DataException("An id of \"" + model.name() + "\" is needed.");
    }
    return value;
  }

  /** Where the row with a raw id is. */
  public Where whereId(@Nullable Object raw) {
    return byId(id(raw));
  }

  Where byId(Object id) {
    return Where.eq(idProperty().name(), id);
  }

  /** Where exactly this entity is: all parts of its key. */
  Where byKey(Entity entity) {
    Where where = Where.all();
    for (int part = 0; part < model.shape().keySize(); part++) {
      String name = model.shape().property(model.shape().keySlot(part)).name();
      Where equal = Where.eq(name, entity.get(name));
      where = where.isAll() ? equal : Where.and(where, equal);
    }
    if (where.isAll()) {
      throw new MissingKeyException(model.name());
    }
    return where;
  }

  /**
   * An entity from the store: its lists and nested values typed where the connector leaves them.
   */
  Entity typed(Entity row) {
    return binding.connector().can(Capability.TYPED_VALUES)
        ? row
        : Typing.of(row, binding.models());
  }
}
