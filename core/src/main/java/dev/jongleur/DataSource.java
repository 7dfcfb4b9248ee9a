package dev.jongleur;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.event.ConnectionListener;
import dev.jongleur.event.RegistryEvent.Released;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.mixin.Mixin;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.CommandObservers;
import dev.jongleur.model.Connecting;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.observer.CommandContext;
import dev.jongleur.observer.CommandHook;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Subscription;
import dev.jongleur.query.Options;
import dev.jongleur.registry.Forgotten.Watch;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings, a connector, and models with names of their own (F-110 to F-139). Belongs to no tenant.
 * Thread-safe; {@link #close()} waits for calls in flight and gives everything back, once.
 */
public final class DataSource implements AutoCloseable {
  private final OpenedStore opened;
  private final ModelSpace space;

  /** What this and its models' handles hold on to: when nobody does, nobody closes any more. */
  private final Object hold = new Object();

  private final Set<String> models;
  private final Connecting connecting;
  private final CommandObservers commands = new CommandObservers();
  private final Watch watch;

  DataSource(Registry registry, OpenedStore opened) {
    this.opened = opened;
    this.space = new ModelSpace("The data source " + opened.id(), registry, List.of(opened));
    this.models = space.liveNames(hold);
    this.connecting = new Connecting(opened, registry.clock());
    space.connectedBy(connecting);
    String id = opened.id().toString();
    space.andThen(() -> registry.events().publish(now -> new Released(id, now)));
    this.watch = registry.forgotten().watch(hold, Resource.DATA_SOURCE, id, opened);
  }

  /** Opens a data source with a registry to itself, from a connector's name or a JDBC URL. */
  public static DataSource open(String connectorOrUrl) {
    return open(Settings.of(connectorOrUrl));
  }

  /** Opens a data source with a registry to itself. */
  public static DataSource open(Settings settings) {
    return new ModelRegistry().open(settings);
  }

  /** The identity that its settings give it; equal settings, equal id. */
  public String id() {
    return opened.id().toString();
  }

  public Settings settings() {
    return opened.settings();
  }

  public Set<Capability> capabilities() {
    return opened.connector().capabilities();
  }

  /**
   * Makes a mixin known to the models that are defined here, before those of the registry (F-099).
   */
  public void mixin(String name, Mixin mixin) {
    space.vocabulary().mixins().register(name, mixin);
  }

  /**
   * Makes a value type known to the models that are defined here, before those of the registry
   * (F-010).
   */
  public void registerType(CustomType type) {
    space.vocabulary().types().register(type);
  }

  /** What kind of backend this is, in LoopBack's words (F-122). */
  public List<String> types() {
    return opened.connector().types();
  }

  /** Whether it is of all these kinds. */
  public boolean supportsTypes(String... kinds) {
    return types().containsAll(List.of(kinds));
  }

  /** What it is called: its setting {@code name}, else its connector's name (F-113). */
  public String name() {
    return settings().text("name").orElse(settings().connector());
  }

  /**
   * Defines a model that is defined elsewhere here too (F-136). It goes on to be there as well:
   * rows and observers are each data source's own.
   */
  public Model attach(Model model) {
    return define(model.definition());
  }

  /** Defines a model, or defines it anew; handles to it go on with the new definition. */
  public Model define(String name, Consumer<ModelBuilder> content) {
    return define(ModelDefinition.of(name, content));
  }

  /** Defines the model that a record stands for: {@link ModelDefinition#of(Class)}. */
  public Model define(Class<? extends Record> source) {
    return define(ModelDefinition.of(source));
  }

  public Model define(ModelDefinition definition) {
    return handle(space.define(definition, opened));
  }

  /**
   * Adds to a model that is defined here, or changes it (F-069); handles to it go on with the new
   * definition.
   *
   * @throws dev.jongleur.error.DefinitionException when there is none of that name, or it cannot be
   */
  public Model extendModel(String name, Consumer<ModelBuilder> more) {
    return handle(
        space.redefine(
            name,
            now -> {
              ModelBuilder builder = now.toBuilder();
              more.accept(builder);
              return builder.build();
            }));
  }

  /** Adds a property to a model that is defined here, or in the place of one of that name. */
  public Model defineProperty(
      String model, String property, PropertyType type, PropertyOption... options) {
    return extendModel(model, more -> more.property(property, type, options));
  }

  /**
   * A model that was defined here.
   *
   * @throws dev.jongleur.error.DefinitionException when there is none of that name
   */
  public Model model(String name) {
    return handle(space.during(() -> space.model(name)));
  }

  private Model handle(BoundModel bound) {
    return new Model(new ModelSource.Fixed(bound, hold));
  }

  /**
   * The keys of a model, which is defined with this where it is not yet: a key-value model needs no
   * more than its name.
   *
   * @throws dev.jongleur.error.UnsupportedException when this data source keeps rows
   */
  public KeyValueModel keyValue(String name) {
    var model = new KeyValueModel(new ModelSource.Fixed(space.during(() -> defined(name)), hold));
    model.check();
    return model;
  }

  private BoundModel defined(String name) {
    return space.names().contains(name)
        ? space.model(name)
        : space.define(ModelDefinition.of(name, keys -> keys.injectId(false)), opened);
  }

  /**
   * The names of the models defined here, as they are at any moment: cheap to ask, unmodifiable,
   * empty after closing. Whoever keeps it keeps the data source open.
   */
  public Set<String> models() {
    return models;
  }

  /**
   * Forgets a model with its observers; its rows stay in the store. Handles to it raise {@link
   * dev.jongleur.error.ClosedException} from now on, and relations of others to it {@link
   * dev.jongleur.error.DefinitionException} when they are used. Nothing happens when there is none.
   */
  public void deleteModel(String name) {
    held(() -> space.delete(name));
  }

  /** Forgets all models, as {@link #deleteModel} does each. */
  public void deleteAllModels() {
    held(() -> space.names().forEach(space::delete));
  }

  /**
   * Empties the named models, or all, and begins their generated ids anew (F-147).
   *
   * @throws dev.jongleur.error.DefinitionException listing the names that are no model's; nothing
   *     was done then
   */
  public void automigrate(String... names) {
    each(names, BoundModel::recreate);
  }

  /** Widens the tables of the named models, or of all, as their definitions say (F-147). */
  public void autoupdate(String... names) {
    each(names, BoundModel::update);
  }

  /** Whether the tables of the named models, or of all, are as their definitions say (F-148). */
  public boolean isActual(String... names) {
    var actual = new AtomicBoolean(true);
    each(names, model -> actual.compareAndSet(true, model.isActual()));
    return actual.get();
  }

  private void each(String[] names, Consumer<BoundModel> work) {
    Set<String> all = space.during(space::names);
    List<String> which = names.length == 0 ? List.copyOf(all) : List.of(names);
    List<String> unknown = which.stream().filter(name -> !all.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new DefinitionException(this + " has no models " + unknown + ".");
    }
    held(() -> which.forEach(name -> each(name, work)));
  }

  private void each(String name, Consumer<BoundModel> work) {
    var _ =
        space.during(() -> {
          work.accept(space.model(name));
          return name;
        });
  }

  /**
   * Begins a transaction, which whoever begins it ends (F-370).
   *
   * @throws dev.jongleur.error.UnsupportedException when the connector has none
   * @see Transaction
   */
  public Transaction beginTransaction() {
    return beginTransaction(Options.NONE);
  }

  /**
   * Begins a transaction.
   *
   * @param options {@code isolationLevel}, a name such as {@code READ COMMITTED}, which is the
   *     default, or a constant; {@code timeout}, in milliseconds or as a duration, after which it
   *     is rolled back
   */
  public Transaction beginTransaction(Options options) {
    return new Transaction(space.during(() -> space.begin("", options)), hold);
  }

  /**
   * Does work within a transaction: commits when it returns, rolls back when it throws (F-375).
   * What this thread does with the models of this data source meanwhile is part of it, unless the
   * options name another.
   *
   * @throws dev.jongleur.error.TransactionException within another one of this data source
   */
  public <T> T transaction(Function<Transaction, T> work) {
    return transaction(Options.NONE, work);
  }

  /** As {@link #transaction(Function)}, begun with options. */
  public <T> T transaction(Options options, Function<Transaction, T> work) {
    return beginTransaction(options).during(work);
  }

  /**
   * Connects, where a connection has to be made; else the first use of rows does. A backend that
   * does not answer is tried again at the next call (F-125).
   *
   * @throws dev.jongleur.error.StoreException when it does not answer, with the code {@code
   *     TIMEOUT} when not within the setting {@code connectionTimeout} (5000 ms)
   * @throws dev.jongleur.error.LimitException when as many wait for it already as the setting
   *     {@code maxOfflineRequests} allows (F-119)
   */
  public void connect() {
    held(connecting::connect);
  }

  /**
   * Gives back what is held open, unless it is in use; models and observers stay, and the next call
   * connects again (F-130).
   */
  public void disconnect() {
    held(connecting::disconnect);
  }

  /** Whether the backend answered since it was last disconnected. */
  public boolean isConnected() {
    return connecting.isConnected();
  }

  /** Tells a listener when the backend answers, does not, or is disconnected, from now on. */
  public Subscription listen(ConnectionListener listener) {
    return connecting.listen(listener);
  }

  /**
   * Calls an observer around the commands that are sent to the backend for this data source: those
   * of its models' operations and those of {@link #execute}; until the subscription is closed, or
   * this (F-367). No other data source's are seen, though it may share the connector. The values it
   * sees may be secret.
   *
   * @throws dev.jongleur.error.UnsupportedException when the connector sends no commands
   */
  public Subscription observe(CommandHook hook, Observer<? super CommandContext> observer) {
    return held(() ->
        space.during(() -> {
          opened.store().watch(commands);
          return commands.observe(hook, observer);
        }));
  }

  /**
   * Carries out a command of the backend's own language, values bound to its parameters (F-132). It
   * is carried out on what is this data source's own, never on a tenant's: where tenants have
   * schemas of one database, and a command could name another's, it is refused.
   *
   * @return the rows of its result; of a change one with the {@code count} of rows
   * @throws dev.jongleur.error.UnsupportedException when the connector has no such language
   */
  public List<Map<String, Object>> execute(String command, @Nullable Object... parameters) {
    var bound = new ArrayList<@Nullable Object>(parameters.length);
    Collections.addAll(bound, parameters);
    return held(() -> {
      connecting.connect();
      return space.during(() ->
          commands.around(
              command, bound, () -> opened.connector().execute(Partition.WHOLE, command, bound)));
    });
  }

  /**
   * Tries whether the backend answers.
   *
   * @throws dev.jongleur.error.StoreException when it does not
   */
  public void ping() {
    held(() -> opened.connector().ping());
  }

  /**
   * What the connector holds open, by name; it may be shared with others of equal settings.
   *
   * @see dev.jongleur.connector.Connector#figures()
   */
  public Map<String, Long> figures() {
    return held(() -> opened.connector().figures());
  }

  @Override
  public void close() {
    try {
      space.close();
      commands.clear();
    } finally {
      watch.close();
      Reference.reachabilityFence(hold);
    }
  }

  /** Does work during which this counts as held, wherever its caller is done with it. */
  private <T> T held(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      Reference.reachabilityFence(hold);
    }
  }

  private void held(Runnable work) {
    var _ =
        held(() -> {
          work.run();
          return true;
        });
  }

  @Override
  public String toString() {
    return id();
  }
}
