package dev.jongleur.tenant;

import dev.jongleur.admission.Onboardings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.TenantException;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.observer.Observers;
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
import java.util.function.Consumer;

/**
 * The tenants of one application, on its data sources, from its blueprint. Bounded by how many are
 * known. Thread-safe.
 */
public final class Tenants implements AutoCloseable {
  private final Registry registry;
  private final Setup setup;
  private final Commons commons;
  private final Onboardings onboardings;
  private final Map<String, TenantLife> lives = new ConcurrentHashMap<>();

  /** Those whose tables are being made: nobody else sees them, so that they can be taken back. */
  private final Set<String> beginning = ConcurrentHashMap.newKeySet();

  /** Who begins or ends a tenant's stay; held while its data is made or removed. */
  private final Turns stays = new Turns();

  /** What this and the handles of its tenants hold on to: when nobody does, nobody closes it. */
  private final Object hold = new Object();

  private final Watch watch;
  private volatile boolean closed;

  /** Opens the data sources' connectors and finds the tenants that have data there already. */
  public Tenants(Registry registry, Setup setup) {
    this.registry = registry;
    this.setup = setup;
    this.onboardings = new Onboardings(setup.together(), registry.clock());
    this.commons = new Commons(registry, setup);
    this.watch =
        registry
            .forgotten()
            .watch(
                hold,
                Resource.APPLICATION,
                "with " + commons.dataSources().names(),
                commons.holdings());
    try {
      restore();
    } catch (RuntimeException e) {
      throw new Closing().also(this::close).andThrow(e);
    }
  }

  private void restore() {
    if (!commons.homes().areResolved()) {
      Set<String> names = new TreeSet<>(commons.dataSources().tenants());
      names.addAll(commons.catalogue().names());
      names.remove(StoredCatalogue.PARTITION);
      names.forEach(name -> lives.put(name, new TenantLife(new TenantId(name), this, null)));
    }
  }

  public Set<String> names() {
    var names = new TreeSet<>(lives.keySet());
    names.removeAll(beginning);
    return names;
  }

  public Blueprint blueprint() {
    return commons.structure().blueprint();
  }

  /**
   * The observers that all tenants have of a model of the blueprint.
   *
   * @throws dev.jongleur.error.DefinitionException when there is no such model
   */
  public Observers observers(String model) {
    return commons.observers(model);
  }

  /**
   * Changes what all tenants start from. Calls in flight finish on the old blueprint, later ones
   * see the new one whole; tables are widened as models are used.
   *
   * @throws dev.jongleur.error.DefinitionException when a model is on no data source; nothing was
   *     changed
   */
  public void blueprint(Blueprint next) {
    checkOpen();
    commons.blueprint(next);
    lives.values().forEach(TenantLife::forgetHandle);
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
    boolean hadData = commons.homes().holds(id);
    Optional<Standing> remembered = commons.catalogue().read(id);
    var life = new TenantLife(id, this, remembered.orElse(Standing.PLAIN));
    beginning.add(id.name());
    lives.put(id.name(), life);
    try {
      TenantLife ready = prepared(life);
      if (remembered.isEmpty()) {
        commons.catalogue().write(id, Standing.PLAIN);
      }
      beginning.remove(id.name());
      commons.events().created(id);
      return ready;
    } catch (RuntimeException e) {
      lives.remove(id.name(), life);
      beginning.remove(id.name());
      var closing = new Closing().also(() -> life.end(setup.closing()));
      if (!hadData && remembered.isEmpty()) {
        closing.also(() -> commons.homes().erase(id));
      }
      throw closing.andThrow(e);
    }
  }

  /** With room for all its models; a suspended one is let rest. */
  private static TenantLife prepared(TenantLife life) {
    if (life.standing().suspended()) {
      return life;
    }
    life.prepare();
    return life;
  }

  /** Makes room for a model. */
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
    return known == null || closed || beginning.contains(name)
        ? resolved(new TenantId(name))
        : known;
  }

  private TenantLife resolved(TenantId id) {
    checkOpen();
    if (!commons.homes().areResolved()) {
      throw TenantException.unknown(id.name());
    }
    var _ = commons.homes().own(id);
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
  void release(TenantLife life) {
    leave(life, () -> {});
  }

  /**
   * Forgets a tenant and removes its data.
   *
   * @throws ClosedException when it was released and onboarded again since: the data is another's
   */
  void erase(TenantLife life) {
    TenantId id = life.id();
    leave(
        life,
        () -> {
          if (lives.containsKey(id.name())) {
            throw released(id);
          }
          commons.homes().erase(id);
          commons.catalogue().remove(id);
        });
  }

  /** It is told of though a step of it failed; not where nobody knew the tenant. */
  private void leave(TenantLife life, Runnable rest) {
    var closing = new Closing();
    boolean known = stays.during(life.id(), () -> forget(life, closing, rest));
    if (known) {
      commons.events().released(life.id());
    }
    closing.finish();
  }

  private boolean forget(TenantLife life, Closing closing, Runnable rest) {
    boolean known = lives.remove(life.id().name(), life);
    if (known) {
      closing.also(() -> life.end(setup.closing())).also(() -> commons.homes().forget(life.id()));
    }
    closing.also(rest::run);
    return known;
  }

  public ModelNumbers numbers() {
    return new ModelNumbers(commons);
  }

  /** Folds tenants that were not used for so long, longest first; never one in use. */
  public int foldIdle(Duration unused) {
    return foldIdle(registry.clock().instant().minus(unused), Integer.MAX_VALUE, _ -> {});
  }

  /** Folds tenants that were not used since, so many at most; one that fails is told of. */
  public int foldIdle(Instant since, int most, Consumer<RuntimeException> failed) {
    return commons.live().foldIdle(since.toEpochMilli(), most, failed);
  }

  /** How many tenants are unfolded. */
  public int unfolded() {
    return commons.live().size();
  }

  @Override
  public void close() {
    // First: from here on nothing is opened any more.
    closed = true;
    long deadline = System.nanoTime() + setup.closing().toNanos();
    var closing = new Closing();
    List<TenantLife> newestFirst = commons.live().newestFirst();
    List<TenantLife> all = List.copyOf(lives.values());
    lives.clear();
    newestFirst.forEach(life -> closing.also(life::detach));
    newestFirst.forEach(life -> closing.also(() -> life.end(left(deadline))));
    all.forEach(life -> closing.also(() -> end(life, left(deadline))));
    closing.also(commons::close).also(watch::close).finish();
  }

  private void end(TenantLife life, Duration patience) {
    life.end(patience);
    commons.events().released(life.id());
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** Whether there are rows of a tenant, known or not. */
  boolean holdsData(TenantId id) {
    return commons.homes().holds(id);
  }

  Commons commons() {
    return commons;
  }

  /**
   * Handles of a tenant that was released must not bring it back (law 4); nor once it is closed.
   */
  void checkKnown(TenantLife life) {
    checkOpen();
    if (!life.equals(lives.get(life.id().name()))) {
      throw released(life.id());
    }
  }

  private static ClosedException released(TenantId id) {
    return new ClosedException("The tenant \"" + id + "\" was released.");
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
