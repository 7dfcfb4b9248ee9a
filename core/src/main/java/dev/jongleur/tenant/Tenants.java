package dev.jongleur.tenant;

import dev.jongleur.admission.Admission;
import dev.jongleur.admission.Onboardings;
import dev.jongleur.connector.Capability;
import dev.jongleur.connector.TenantResolver;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.TenantException;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.Forgotten.Watch;
import dev.jongleur.registry.Registry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The tenants of one application, on its data sources, from its blueprint. Bounded by how many are
 * known. Thread-safe.
 */
public final class Tenants implements AutoCloseable {
  private final Registry registry;
  private final Setup setup;
  private final DataSources dataSources;
  private final Homes homes;
  private final Opening opening;
  private final Catalogue catalogue;
  private final Onboardings onboardings;
  private final Chronicle events;
  private final Live live;
  private final Finishing finishing = new Finishing();
  private final Map<String, TenantLife> lives = new ConcurrentHashMap<>();

  /** Who unfolds or changes a tenant; held for moments. */
  private final Turns turns = new Turns();

  /** Who begins or ends a tenant's stay; held while its data is made or removed. */
  private final Turns stays = new Turns();

  private final AtomicLong order = new AtomicLong();
  private final ReentrantLock changing = new ReentrantLock();

  /** What this and the handles of its tenants hold on to: when nobody does, nobody closes it. */
  private final Object hold = new Object();

  private final Watch watch;
  private volatile Structure structure;
  private volatile boolean closed;

  /** Opens the data sources' connectors and finds the tenants that have data there already. */
  public Tenants(Registry registry, Setup setup) {
    this.registry = registry;
    this.setup = setup;
    this.structure = Structure.of(setup.blueprint(), setup.dataSources().keySet(), registry);
    this.events = new Chronicle(registry.events());
    this.onboardings = new Onboardings(setup.together(), registry.clock());
    this.live = new Live(setup.together().liveTenants());
    this.dataSources = new DataSources(registry, setup.dataSources());
    this.homes = new Homes(dataSources, setup.resolver().map(this::elsewhere));
    this.opening = new Opening(registry, homes, setup.limits());
    try {
      this.catalogue = openCatalogue();
    } catch (RuntimeException e) {
      throw new Closing().also(homes::close).andThrow(e);
    }
    this.watch =
        registry
            .forgotten()
            .watch(hold, Resource.APPLICATION, "with " + dataSources.names(), dataSources::abandon);
    try {
      restore();
    } catch (RuntimeException e) {
      throw new Closing().also(this::close).andThrow(e);
    }
  }

  private Elsewhere elsewhere(TenantResolver resolver) {
    return new Elsewhere(registry, new Resolution(resolver, setup.patience(), registry.clock()));
  }

  /** In the first data source that outlasts the program and has partitions. */
  private Catalogue openCatalogue() {
    return setup.dataSources().entrySet().stream()
        .filter(entry -> keepsTenants(entry.getKey()))
        .findFirst()
        .<Catalogue>map(
            entry -> new StoredCatalogue(registry, entry.getValue(), dataSources.owner()))
        .orElse(Catalogue.NONE);
  }

  private boolean keepsTenants(String dataSource) {
    return dataSources
        .connector(dataSource)
        .capabilities()
        .containsAll(Set.of(Capability.DURABLE, Capability.PARTITIONS));
  }

  private void restore() {
    if (!homes.areResolved()) {
      Set<String> names = new TreeSet<>(dataSources.tenants());
      names.addAll(catalogue.names());
      names.remove(StoredCatalogue.PARTITION);
      names.forEach(name -> lives.put(name, new TenantLife(new TenantId(name), this, null)));
    }
  }

  public Set<String> names() {
    return new TreeSet<>(lives.keySet());
  }

  public Blueprint blueprint() {
    return structure.blueprint();
  }

  /**
   * Changes what all tenants start from. Calls in flight finish on the old blueprint, later ones
   * see the new one whole; tables are widened as models are used.
   *
   * @throws dev.jongleur.error.DefinitionException when a model is on no data source; nothing was
   *     changed
   */
  public void blueprint(Blueprint next) {
    changing.lock();
    try {
      checkOpen();
      structure = structure.next(next, dataSources.names());
    } finally {
      changing.unlock();
    }
  }

  /**
   * Makes a tenant known, with room for all its models. All or nothing; again does nothing more.
   */
  public TenantLife onboard(TenantId id) {
    checkOpen();
    return stays.during(
        id,
        () -> {
          TenantLife known = lives.get(id.name());
          return known == null ? begin(id) : prepared(known);
        });
  }

  private TenantLife begin(TenantId id) {
    onboardings.admit();
    boolean hadData = homes.holds(id);
    Optional<Standing> remembered = catalogue.read(id);
    var life = new TenantLife(id, this, remembered.orElse(Standing.PLAIN));
    lives.put(id.name(), life);
    try {
      TenantLife ready = prepared(life);
      if (remembered.isEmpty()) {
        catalogue.write(id, Standing.PLAIN);
      }
      events.created(id);
      return ready;
    } catch (RuntimeException e) {
      lives.remove(id.name(), life);
      var closing = new Closing().also(() -> life.end(setup.closing()));
      if (!hadData && remembered.isEmpty()) {
        closing.also(() -> homes.erase(id));
      }
      throw closing.andThrow(e);
    }
  }

  private static TenantLife prepared(TenantLife life) {
    ModelSpace space = life.open().space();
    space.names().forEach(name -> prepare(space, name));
    return life;
  }

  static void prepare(ModelSpace space, String model) {
    var _ = space.during(() -> space.model(model).store());
  }

  /**
   * A tenant that was onboarded, or that the resolver knows.
   *
   * @throws TenantException when there is none of that name, or it is no name
   */
  public TenantLife get(String name) {
    TenantLife known = lives.get(name);
    return known != null && !closed ? known : resolved(new TenantId(name));
  }

  private TenantLife resolved(TenantId id) {
    checkOpen();
    if (!homes.areResolved()) {
      throw TenantException.unknown(id.name());
    }
    var _ = homes.own(id);
    TenantLife life = lives.computeIfAbsent(id.name(), _ -> new TenantLife(id, this, null));
    if (closed) {
      lives.remove(id.name(), life);
    }
    checkOpen();
    return life;
  }

  /** Changes what a tenant has of its own. */
  Changing changing(TenantLife life) {
    return new Changing(this, registry, life);
  }

  /** Forgets a tenant in memory; its data stays. */
  void release(TenantId id) {
    var _ =
        stays.during(
            id,
            () -> {
              forget(id);
              return id;
            });
  }

  /** Forgets a tenant and removes its data. */
  void erase(TenantId id) {
    var _ =
        stays.during(
            id,
            () -> {
              forget(id);
              homes.erase(id);
              catalogue.remove(id);
              return id;
            });
  }

  private void forget(TenantId id) {
    TenantLife life = lives.remove(id.name());
    if (life != null) {
      new Closing().also(() -> life.end(setup.closing())).also(() -> homes.forget(id)).finish();
    }
  }

  /** Folds tenants that were not used for so long, longest first; never one in use. */
  public int foldIdle(Duration unused) {
    return foldIdle(registry.clock().instant().minus(unused), Integer.MAX_VALUE, _ -> {});
  }

  /** Folds tenants that were not used since, so many at most; one that fails is told of. */
  public int foldIdle(Instant since, int most, Consumer<RuntimeException> failed) {
    return live.foldIdle(since.toEpochMilli(), most, failed);
  }

  /** How many tenants are unfolded. */
  public int unfolded() {
    return live.size();
  }

  @Override
  public void close() {
    // First: from here on nothing is opened any more.
    closed = true;
    long deadline = System.nanoTime() + setup.closing().toNanos();
    var closing = new Closing();
    List<TenantLife> newestFirst = live.newestFirst();
    List<TenantLife> all = List.copyOf(lives.values());
    lives.clear();
    newestFirst.forEach(life -> closing.also(life::detach));
    newestFirst.forEach(life -> closing.also(() -> life.end(left(deadline))));
    all.forEach(life -> closing.also(() -> end(life, left(deadline))));
    closing.also(catalogue::close).also(homes::close).also(watch::close).finish();
  }

  private void end(TenantLife life, Duration patience) {
    life.end(patience);
    events.released(life.id());
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** Whether there are rows of a tenant, known or not. */
  boolean holdsData(TenantId id) {
    return homes.holds(id);
  }

  Structure structure() {
    return structure;
  }

  Chronicle events() {
    return events;
  }

  Turns turns() {
    return turns;
  }

  Finishing finishing() {
    return finishing;
  }

  Live live() {
    return live;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Opening opening() {
    return opening;
  }

  Set<String> dataSources() {
    return dataSources.names();
  }

  long now() {
    return registry.clock().millis();
  }

  long nextOrder() {
    return order.incrementAndGet();
  }

  Admission admission(TenantId id, TenantLimits limits) {
    return Admission.of(id.name(), limits, registry.clock());
  }

  ModelSpace open(TenantLife life, Structure current, Standing standing) {
    checkOpen();
    return opening.open(life, current, standing);
  }

  /** Handles of a tenant that was released must not bring it back (law 4). */
  void checkKnown(TenantLife life) {
    if (!life.equals(lives.get(life.id().name()))) {
      throw new ClosedException("The tenant \"" + life.id() + "\" was released.");
    }
  }

  static void checkActive(TenantId id, Standing standing) {
    if (standing.suspended()) {
      throw TenantException.suspended(id.name());
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new ClosedException("The application is closed.");
    }
  }
}
