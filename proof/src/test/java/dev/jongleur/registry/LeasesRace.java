package dev.jongleur.registry;

import dev.jongleur.connector.Lease;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;

/**
 * Several lease what is under one key and give it back; each thread has at most one lease. Under
 * another key is a lease that everybody may give back, and one that is kept.
 */
public abstract class LeasesRace {
  private static final int THREADS = 8;

  private final Shared resources;
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger live = new AtomicInteger();
  private final @Nullable Lease<?>[] held = new Lease<?>[THREADS];
  private final Lease<Counted> everybodys;
  private final Lease<Counted> kept;
  private volatile boolean everybodysIsBack;

  LeasesRace(Shared resources) {
    this.resources = resources;
    var common = new Counted(new AtomicInteger(), new AtomicInteger());
    this.everybodys = resources.lease("common", () -> common);
    this.kept = resources.lease("common", () -> common);
  }

  /** What leases resources under keys. */
  interface Shared {
    Lease<Counted> lease(Object key, Supplier<Counted> maker);

    /** How many leases are open. */
    int leases();
  }

  /** A resource that knows of which generation it is, and that it is the only one of its key. */
  static final class Counted implements AutoCloseable {
    private final int generation;
    private final AtomicInteger live;
    private volatile boolean closed;

    Counted(AtomicInteger made, AtomicInteger live) {
      this.generation = made.incrementAndGet();
      this.live = live;
      check(live.incrementAndGet() == 1, "two at once under one key");
    }

    int generation() {
      check(!closed, "handed out closed");
      return generation;
    }

    @Override
    public void close() {
      check(!closed, "closed twice");
      closed = true;
      live.decrementAndGet();
    }
  }

  /** The generation that this thread now has a lease of. */
  @Operation
  public int lease(@Param(gen = ThreadIdGen.class) int thread) {
    if (held[thread] == null) {
      held[thread] = resources.lease("key", () -> new Counted(made, live));
    }
    return use(thread);
  }

  /** The generation that this thread has a lease of, or none. */
  @Operation
  public int use(@Param(gen = ThreadIdGen.class) int thread) {
    Lease<?> mine = held[thread];
    return mine == null ? 0 : ((Counted) mine.get()).generation();
  }

  /** Whether this thread had a lease to give back. */
  @Operation
  public boolean giveBack(@Param(gen = ThreadIdGen.class) int thread) {
    Lease<?> mine = held[thread];
    held[thread] = null;
    if (mine != null) {
      mine.close();
    }
    return mine != null;
  }

  /** The generation there is, or an exception when one would have to be made. */
  @Operation
  public int leaseWhatCannotBeMade() {
    try (Lease<Counted> mine = resources.lease("key", LeasesRace::refuse)) {
      return mine.get().generation();
    }
  }

  @Operation
  public void giveEverybodysBack() {
    everybodys.close();
    everybodysIsBack = true;
  }

  /** When all are done there are as many leases as are held, and a resource if one is held. */
  @Validate
  public void countsAreExact() {
    long holders = Arrays.stream(held).filter(Objects::nonNull).count();
    long open = holders + (everybodysIsBack ? 1 : 2);
    check(resources.leases() == open, resources.leases() + " leases, not " + open);
    check(live.get() == Math.min(holders, 1), live + " for " + holders);
    check(kept.get().generation() == 1, "what is kept was made anew");
  }

  private static Counted refuse() {
    throw new UnsupportedOperationException("It cannot be made.");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
