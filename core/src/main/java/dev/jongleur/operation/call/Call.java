package dev.jongleur.operation.call;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.TransactionScope;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Upkeep;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.observer.Observers;
import dev.jongleur.observer.Occasion;
import dev.jongleur.plan.DataDepth;
import dev.jongleur.plan.Flags;
import dev.jongleur.plan.GivenData;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation on one binding: its options, the state its hooks share, and the steps
 * that operations have in common. Belongs to one thread.
 */
public final class Call {
  /** The option that lets a call pass the default scope by, and see what was deleted softly. */
  public static final String UNSCOPED = "unscoped";

  private final Binding binding;
  private final ModelDefinition model;
  private final Options options;
  private final Flags flags;
  private final Answer answer;
  private final Profile profile;
  private final boolean unscoped;
  private @Nullable EntityReader reader;
  private final Observers observers;
  private @Nullable Occasion occasion;

  private Call(Binding binding, Options options, Answer answer) {
    this.binding = binding;
    // Read once: a definition that is swapped meanwhile concerns the next call.
    this.model = binding.definition();
    this.observers = binding.observers();
    this.options = options;
    this.flags = new Flags(options, model, binding.settings(), binding.models());
    this.answer = answer;
    this.profile = Profile.of(model);
    this.unscoped = options.flag(UNSCOPED).orElse(false);
    refuseUnkept();
  }

  /** A part of a call: on the same definition, with a state of its own. */
  private Call(Call whole) {
    this.binding = whole.binding;
    this.model = whole.model;
    this.observers = whole.observers;
    this.options = whole.options;
    this.flags = whole.flags;
    this.answer = whole.answer;
    this.profile = whole.profile;
    this.unscoped = whole.unscoped;
    this.reader = whole.reader;
  }

  /** What cannot be kept is not silently left. */
  private void refuseUnkept() {
    Upkeep upkeep = profile.upkeep();
    boolean isGuarded = upkeep.isVersioned() || upkeep.isSoft();
    if (isGuarded && !binding.connector().can(Capability.VERSIONS)) {
      throw new UnsupportedException(
          "The data source of \"" + model.name() + "\" keeps no versions or deleted rows.");
    }
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

  /** The same call on another model of the owner. */
  Call on(Binding other) {
    return new Call(other, options, answer);
  }

  /** Another call like this one, with a state of its own. */
  public Call another() {
    return new Call(binding, options, answer);
  }

  /** The part of this call that is about one of several items, with a state of its own. */
  public Call item() {
    // Made once for all of them.
    var _ = reader();
    return new Call(this);
  }

  /** Another call like this one, past the default scope. */
  public Call beyondScope() {
    return new Call(binding, options.with(UNSCOPED, true), answer);
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

  public Flags flags() {
    return flags;
  }

  /** The store as the transaction sees it that the call is part of, if there is one (F-372). */
  public Store store() {
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

  /** Whether it is part of a transaction. */
  public boolean isTransacted() {
    return options.values().containsKey(TransactionScope.OPTION)
        || Ambient.isAny() && Ambient.on(binding.store()).isPresent();
  }

  /** Whether a row that a store does not find is missing: one that stores nothing misses none. */
  public boolean isMissed() {
    return !binding.connector().can(Capability.TRANSIENT);
  }

  /** How much of what may be asked for is answered. */
  public Answer answer() {
    return answer;
  }

  /**
   * Whether the option {@code notify} is not false. As in LoopBack it silences the observers of
   * finding and removing by a condition, and after creating; those of other changes never.
   */
  public boolean notifies() {
    return options.flag("notify").orElse(true);
  }

  /** Whether it passes the default scope by. */
  public boolean isUnscoped() {
    return unscoped;
  }

  public Profile profile() {
    return profile;
  }

  /** What Jongleur keeps itself of the rows. */
  public Keeping keeping() {
    return new Keeping(profile.upkeep(), binding.clock());
  }

  public Identity identity() {
    return new Identity(model);
  }

  /** Reads data into entities of this model. */
  public EntityReader reader() {
    EntityReader known = reader;
    if (known == null) {
      known = Readers.of(this);
      reader = known;
    }
    return known;
  }

  /** Data of which every value is given, as the settings have it (F-226). */
  public Map<String, ? extends @Nullable Object> given(
      Map<String, ? extends @Nullable Object> data) {
    return GivenData.of(data, flags);
  }

  /** Data that can be read: not nested beyond all measure. */
  public <M extends Map<String, ? extends @Nullable Object>> M readable(M data) {
    if (!DataDepth.isFlat(data)) {
      DataDepth.most().check(data);
    }
    return data;
  }

  /** Data that may be stored: not nested deeper than the settings say (F-162). */
  public <M extends Map<String, ? extends @Nullable Object>> M storable(M data) {
    if (!DataDepth.isFlat(data)) {
      DataDepth.of(flags).check(data);
    }
    return data;
  }

  /** Whether anybody observes a hook. */
  public boolean observes(Hook hook) {
    return observers.has(hook);
  }

  /** What the observers of a hook are to see; to be filled, and told. */
  public HookContext context(Hook hook) {
    return new HookContext(occasion(), hook);
  }

  /** Calls the observers of a context's hook; returns it as they leave it. */
  public HookContext tell(HookContext context) {
    observers.notify(context);
    return context;
  }

  /** Who observes the model. */
  public Observers observers() {
    return observers;
  }

  /** What the hooks of this call share. */
  Occasion occasion() {
    Occasion known = occasion;
    if (known == null) {
      known = new Occasion(model.name(), binding.tenant(), options);
      occasion = known;
    }
    return known;
  }

  /** The id property; most operations need one. */
  public Property idProperty() {
    if (!model.hasKey()) {
      throw new MissingKeyException(model.name());
    }
    return model.shape().property(model.shape().keySlot(0));
  }

  /** An id as its properties hold it. */
  public Object id(@Nullable Object raw) {
    Property _ = idProperty();
    return identity().read(this, raw);
  }

  /** Where the row with a raw id is. */
  public Where whereId(@Nullable Object raw) {
    return byId(id(raw));
  }

  public Where byId(Object id) {
    return identity().where(id);
  }

  /**
   * Does work that reads rows and then stores one because of what it read, so that nobody else does
   * the like in between: guarded by the store where it can, else by the turn of the owner's model.
   * A row that comes by a plain create meanwhile counts as having come after.
   */
  public <T> T inTurn(Supplier<T> work) {
    if (binding.connector().can(Capability.TURNS)) {
      return store().inTurn(model, work);
    }
    binding.turn().lock();
    try {
      return work.get();
    } finally {
      binding.turn().unlock();
    }
  }

  /**
   * An entity from the store: its lists and nested values typed where the connector leaves them.
   */
  public Entity typed(Entity row) {
    return comesTyped() ? row : Typing.of(row, binding.models());
  }

  /** Whether the store's rows need no look. */
  public boolean comesTyped() {
    return binding.connector().can(Capability.TYPED_VALUES);
  }
}
