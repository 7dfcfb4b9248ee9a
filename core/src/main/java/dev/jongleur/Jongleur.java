package dev.jongleur;

import dev.jongleur.connector.Settings;
import dev.jongleur.connector.TenantResolver;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.CustomType;
import dev.jongleur.error.TenantException;
import dev.jongleur.event.AlertListener;
import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Created;
import dev.jongleur.event.RegistryEvent.Folded;
import dev.jongleur.event.RegistryEvent.Leaked;
import dev.jongleur.event.RegistryEvent.Released;
import dev.jongleur.event.RegistryEvent.Unfolded;
import dev.jongleur.event.RegistryListener;
import dev.jongleur.governor.Alerts;
import dev.jongleur.governor.Governor;
import dev.jongleur.governor.IdleTenants;
import dev.jongleur.mixin.Mixin;
import dev.jongleur.observer.Around;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.observer.HookView;
import dev.jongleur.observer.ModelChoice;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Operation;
import dev.jongleur.observer.Subscription;
import dev.jongleur.policy.ApplicationLimits;
import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.Pressure;
import dev.jongleur.policy.ResolverPolicy;
import dev.jongleur.policy.StackCapture;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.tenant.ModelNumbers;
import dev.jongleur.tenant.Setup;
import dev.jongleur.tenant.TenantId;
import dev.jongleur.tenant.TenantLife;
import dev.jongleur.tenant.Tenants;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An application with many tenants: its data sources, the blueprint all tenants start from, and the
 * tenants themselves. Thread-safe; closing it gives everything back, and leaves the data.
 */
public final class Jongleur implements AutoCloseable {
  private final ModelRegistry registry;
  private final Tenants tenants;
  private final Governor governor;
  private final ModelNumbers numbers;

  /** The handles that were asked for, until their tenants are folded. */
  private final Handles found = new Handles();

  private Jongleur(Builder builder) {
    this.registry = new ModelRegistry(builder.clock);
    registry.stacks(builder.stacks);
    registry.works().sharing(builder.sharing);
    builder.mixins.forEach(registry::mixin);
    builder.types.forEach(registry::registerType);
    builder.eventListeners.forEach(registry::listen);
    var alerts = new Alerts(builder.policy, builder.alertListeners, builder.clock);
    var _ = registry.listen(event -> watch(event, alerts));
    registry.works().whenClosingFails(alerts::cleanUpFailed);
    this.tenants = new Tenants(registry.works(), builder.setup());
    this.numbers = tenants.numbers();
    this.governor =
        Governor.start(new IdleTenants(tenants, registry.works()), alerts, builder.clock);
  }

  private static void watch(RegistryEvent event, Alerts alerts) {
    switch (event) {
      case Unfolded _ -> alerts.unfolded();
      case Leaked leaked ->
          alerts.leaked("The " + leaked.resource().label() + " " + leaked.owner());
      case Created _, Folded _, Released _ -> {
        // Nothing to tell an operator.
      }
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a tenant known, with its database or schema and its tables. All or nothing; doing it
   * again changes nothing.
   *
   * @throws TenantException when the name is not a tenant's
   */
  public Tenant onboard(String name) {
    return handle(tenants.onboard(new TenantId(name)));
  }

  /**
   * A tenant that was onboarded, now or before this program began.
   *
   * @throws TenantException when there is none, or the name is missing or no name
   */
  public Tenant tenant(String name) {
    Tenant known = found.find(name);
    return known != null ? known : handle(tenants.get(name));
  }

  /**
   * Calls an observer for all tenants, those to come too, until its subscription is closed, or
   * this: once, however many they are. Called before the observers of the tenant's own; whose data
   * it is says its context.
   *
   * @throws dev.jongleur.error.DefinitionException when the blueprint has no such model
   */
  public <C extends HookView> Subscription observe(
      String model, Hook.Of<C> hook, Observer<? super C> observer) {
    return tenants.observers(model).observe(hook, observer);
  }

  /** Puts code around an operation for all tenants, outside of the tenant's own. */
  public <T> Subscription observeAround(String model, Operation<T> operation, Around<T> around) {
    return tenants.observers(model).observeAround(operation, around);
  }

  /** The same for one observer at several hooks. */
  public Subscription observe(
      String model, Collection<? extends Hook> hooks, Observer<? super HookContext> observer) {
    return tenants.observers(model).observe(hooks, observer);
  }

  /** Lets a function pick the model of each row, for all tenants; see {@link Model#lookupModel}. */
  public Subscription lookupModel(String model, ModelChoice choice) {
    return tenants.observers(model).lookupModel(choice);
  }

  /** The names of all tenants. */
  public Set<String> tenants() {
    return tenants.names();
  }

  public Blueprint blueprint() {
    return tenants.blueprint();
  }

  /**
   * Changes what all tenants start from, while they work. Calls in flight finish on the old
   * blueprint; each later call sees the new one whole. Tables are widened as models are next used.
   *
   * @throws dev.jongleur.error.DefinitionException when a model is on no data source; nothing was
   *     changed
   */
  public void blueprint(Blueprint next) {
    tenants.blueprint(next);
  }

  /** Folds the tenants that were not called for so long; never one in use. How many it folded. */
  public int cleanupInactive(Duration unused) {
    int folded = tenants.foldIdle(unused);
    found.removeIf(tenant -> !tenant.isUnfolded());
    return folded;
  }

  /** Folds every tenant that is idle at this moment. How many it folded. */
  public int foldNow() {
    return cleanupInactive(Duration.ZERO);
  }

  public ModelRegistry registry() {
    return registry;
  }

  /** Goes on folding idle tenants by another policy, from now on. */
  public void governor(GovernorPolicy policy) {
    governor.policy(policy);
  }

  /** How short of memory this program was when it was last looked at. */
  public Pressure pressure() {
    return governor.pressure();
  }

  /**
   * Lets nobody in any more, gives calls in flight their time to finish, and gives everything back:
   * the tenants that were unfolded last first, then the data sources.
   */
  @Override
  public void close() {
    try {
      governor.close();
    } finally {
      tenants.close();
    }
  }

  private Tenant handle(TenantLife life) {
    return life.handle(Kept.class, one -> new Kept(new Tenant(one, numbers), found)).found();
  }

  /** Collects what an application is made of. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Settings> dataSources = new LinkedHashMap<>();
    private Blueprint blueprint = new Blueprint(Map.of());
    private final Map<String, Mixin> mixins = new LinkedHashMap<>();
    private final List<CustomType> types = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private TenantLimits limits = TenantLimits.NONE;
    private ApplicationLimits together = ApplicationLimits.NONE;
    private Optional<TenantResolver> resolver = Optional.empty();
    private ResolverPolicy patience = ResolverPolicy.DEFAULT;
    private GovernorPolicy policy = GovernorPolicy.adaptive();
    private StackCapture stacks = StackCapture.SAMPLED;
    private boolean sharing = true;
    private final List<AlertListener> alertListeners = new ArrayList<>();
    private final List<RegistryListener> eventListeners = new ArrayList<>();
    private Duration closing = Duration.ofSeconds(30);

    private Builder() {}

    public Builder dataSource(String name, Settings settings) {
      dataSources.put(name, settings);
      return this;
    }

    public Builder blueprint(Blueprint all) {
      this.blueprint = all;
      return this;
    }

    /** Makes a mixin known to the models of the blueprint and of all tenants. */
    public Builder mixin(String name, Mixin mixin) {
      mixins.put(name, mixin);
      return this;
    }

    /** Makes a value type known to the models of the blueprint and of all tenants (F-010). */
    public Builder registerType(CustomType type) {
      types.add(type);
      return this;
    }

    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /** What a tenant may use that has no limits of its own. */
    public Builder limits(TenantLimits each) {
      this.limits = each;
      return this;
    }

    /** What all tenants together may use. */
    public Builder applicationLimits(ApplicationLimits all) {
      this.together = all;
      return this;
    }

    /** Leaves it to another to know the tenants: it decides who there is, and where the data is. */
    public Builder resolver(TenantResolver known) {
      return resolver(known, ResolverPolicy.DEFAULT);
    }

    public Builder resolver(TenantResolver known, ResolverPolicy policy) {
      this.resolver = Optional.of(known);
      this.patience = policy;
      return this;
    }

    /**
     * How eagerly idle tenants are folded, and when an operator is told; {@link
     * GovernorPolicy#adaptive()} unless said otherwise.
     */
    public Builder governor(GovernorPolicy all) {
      this.policy = all;
      return this;
    }

    /** Tells of what an operator should know, besides the log. */
    public Builder onAlert(AlertListener listener) {
      alertListeners.add(listener);
      return this;
    }

    /** Tells of what happens to tenants. */
    public Builder onEvent(RegistryListener listener) {
      eventListeners.add(listener);
      return this;
    }

    /** How much is noted of where things were opened; a sample unless said otherwise. */
    public Builder stacks(StackCapture capture) {
      this.stacks = capture;
      return this;
    }

    /**
     * Whether equal definitions are one object; true. To be turned off only to see whether a fault
     * comes from it: every definition then costs its own memory.
     */
    public Builder shareDefinitions(boolean share) {
      this.sharing = share;
      return this;
    }

    /** How long calls in flight have to finish when the application closes; 30 seconds. */
    public Builder closingWithin(Duration patience) {
      this.closing = patience;
      return this;
    }

    private Setup setup() {
      return new Setup(dataSources, blueprint, limits, together, resolver, patience, closing);
    }

    /**
     * Opens the data sources.
     *
     * @throws dev.jongleur.error.DefinitionException when a model's data source or connector is not
     *     there
     */
    public Jongleur build() {
      return new Jongleur(this);
    }
  }
}
