package dev.jongleur.tenant;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.ClosedException;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.read.Count;
import dev.jongleur.operation.write.Create;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Folds and unfolds as {@link TenantLife} does, but for one fault. */
final class FaultyLife implements FoldRace.Life {
  private static final Partition ACME = new Partition("acme");

  private final Fault fault;
  private final Registry registry = new Registry(InstantSource.system());
  private final Settings settings = Settings.of("memory");
  private final ModelDefinition definition = ModelDefinition.of("X", _ -> {});
  private final ReentrantLock turn = new ReentrantLock();
  private final Lease<Connector> connector;
  private volatile @Nullable ModelSpace space;
  private volatile boolean released;

  FaultyLife(Fault fault) {
    this.fault = fault;
    this.connector = prepared();
  }

  enum Fault {
    NONE,
    /** A call does not keep the tenant unfolded while it works. */
    WORKS_OUTSIDE_THE_GATE,
    /** A call that finds the tenant folded does not try again. */
    GIVES_UP,
    /** Unfolds without its turn: two may do it at once. */
    UNFOLDS_OUT_OF_TURN,
    /** Folds without its turn: what was unfolded meanwhile is lost. */
    FOLDS_OUT_OF_TURN,
    /** Asks whether the tenant was released before its turn, and unfolds it when it is. */
    ASKS_BEFORE_ITS_TURN
  }

  /** Keeps the rows: the connector is this life's own, and stays as long as it is leased. */
  private Lease<Connector> prepared() {
    return registry.connector(settings, this);
  }

  @Override
  public void create() {
    with(model -> {
      var call = Call.of(model, Options.NONE);
      return Create.one(call, Create.make(call, Map.of()));
    });
  }

  @Override
  public long count() {
    return with(model -> Count.rows(Call.of(model, Options.NONE), Filter.all()));
  }

  @Override
  public void fold() {
    ModelSpace open = detach();
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void foldIdle() {
    fold();
  }

  @Override
  public void release() {
    released = true;
    fold();
  }

  @Override
  public int opened() {
    return registry.tenantRegistries();
  }

  @Override
  public void ended() {
    connector.close();
  }

  private <T> T with(Function<BoundModel, T> work) {
    while (true) {
      ModelSpace open = space();
      if (fault == Fault.WORKS_OUTSIDE_THE_GATE) {
        return work.apply(open.model("X"));
      }
      if (fault == Fault.GIVES_UP) {
        return open.during(() -> work.apply(open.model("X")));
      }
      Optional<T> done = open.whileOpen(() -> work.apply(open.model("X")));
      if (done.isPresent()) {
        return done.get();
      }
    }
  }

  private ModelSpace space() {
    ModelSpace open = space;
    return open != null ? open : unfold();
  }

  private ModelSpace unfold() {
    if (fault == Fault.UNFOLDS_OUT_OF_TURN) {
      checkKnown();
      return unfolded();
    }
    if (fault == Fault.ASKS_BEFORE_ITS_TURN) {
      checkKnown();
    }
    turn.lock();
    try {
      ModelSpace open = space;
      if (open == null) {
        if (fault != Fault.ASKS_BEFORE_ITS_TURN) {
          checkKnown();
        }
        open = unfolded();
      }
      return open;
    } finally {
      turn.unlock();
    }
  }

  private ModelSpace unfolded() {
    OpenedStore store = registry.open(settings, ACME, this);
    var open = new ModelSpace("The tenant \"acme\"", registry, List.of(store));
    var _ = open.define(definition, store);
    space = open;
    return open;
  }

  private void checkKnown() {
    if (released) {
      throw new ClosedException("The tenant \"acme\" was released.");
    }
  }

  private @Nullable ModelSpace detach() {
    if (fault == Fault.FOLDS_OUT_OF_TURN) {
      return detached();
    }
    turn.lock();
    try {
      return detached();
    } finally {
      turn.unlock();
    }
  }

  private @Nullable ModelSpace detached() {
    ModelSpace open = space;
    space = null;
    return open;
  }
}
