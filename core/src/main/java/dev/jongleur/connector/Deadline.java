package dev.jongleur.connector;

import dev.jongleur.error.LimitException;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The moment up to which the work of this thread may read. A connector looks at it when a question
 * begins and again as it goes on; outside of limited work it is {@link #NONE}. Immutable.
 */
public final class Deadline {
  /** Never. */
  public static final Deadline NONE = new Deadline(Long.MAX_VALUE, () -> 0);

  private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

  private final long end;
  private final LongSupplier nanos;

  private Deadline(long end, LongSupplier nanos) {
    this.end = end;
    this.nanos = nanos;
  }

  /** So long from now. */
  public static Deadline in(Duration time) {
    return in(time, System::nanoTime);
  }

  /** So long from now as another source of nanoseconds tells the time. */
  public static Deadline in(Duration time, LongSupplier nanos) {
    Duration bounded = time.compareTo(TenantLimits.FOREVER) > 0 ? TenantLimits.FOREVER : time;
    return new Deadline(nanos.getAsLong() + bounded.toNanos(), nanos);
  }

  /** That of the work this thread does. */
  public static Deadline current() {
    return CURRENT.orElse(NONE);
  }

  /** Does work that reads no longer than this, nor than the work it is a part of. */
  public <T> T call(Supplier<T> work) {
    Deadline outer = current();
    Deadline sooner = outer.left() < left() ? outer : this;
    return ScopedValue.where(CURRENT, sooner).call(work::get);
  }

  public boolean isLimited() {
    return this != NONE;
  }

  /** How long there is still; zero when it is over. */
  public Duration remaining() {
    return isLimited() ? Duration.ofNanos(Math.max(0, left())) : TenantLimits.FOREVER;
  }

  /**
   * Does nothing as long as there is time.
   *
   * @throws LimitException when there is none any more
   */
  public void check() {
    if (isLimited() && left() <= 0) {
      throw exceeded();
    }
  }

  /** What there is to say when the time is over. */
  public LimitException exceeded() {
    return new LimitException(
        "queryTime", "The question took longer than it may: ask for less.", Duration.ZERO);
  }

  /** Looks at the time now and then, for something that goes on step by step. */
  public Pace pace() {
    return new Pace(this);
  }

  /** The same order, looking at the time now and then: sorting takes longer than reading. */
  public <T> Comparator<T> paced(Comparator<T> order) {
    if (!isLimited()) {
      return order;
    }
    Pace pace = pace();
    return (a, b) -> {
      pace.step();
      return order.compare(a, b);
    };
  }

  private long left() {
    return isLimited() ? end - nanos.getAsLong() : Long.MAX_VALUE;
  }

  /** Looks at the time every so many steps, since looking costs more than a step. One thread's. */
  public static final class Pace {
    private static final int STEPS = 1_000;

    private final Deadline deadline;
    private int taken;

    private Pace(Deadline deadline) {
      this.deadline = deadline;
    }

    /**
     * Takes a step.
     *
     * @throws LimitException when it is seen that the time is over
     */
    public void step() {
      if (++taken == STEPS) {
        taken = 0;
        deadline.check();
      }
    }
  }
}
