package dev.jongleur.registry;

import dev.jongleur.connector.Lease;
import dev.jongleur.proof.Interleavings;
import dev.jongleur.proof.Scenarios;
import dev.jongleur.registry.FaultyResources.Fault;
import dev.jongleur.registry.LeasesRace.Counted;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 4: every resource has one owner that closes it, and closing is exact. */
class LeasesRaceTest {
  private final Interleavings interleavings = Interleavings.of(new Scenarios.Random(2, 2, 25), 150);

  @ParameterizedTest
  @ValueSource(classes = {OfTheRegistry.class, Faultless.class})
  void a_resource_is_made_once_never_handed_out_closed_and_closed_with_its_last_lease(
      Class<?> race) {
    interleavings.areAllExplained(race);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CountsOutsideTheLock.class,
        DeafToTheEnd.class,
        EndsBeforeItCloses.class,
        GivesBackTwice.class,
        KeepsWhatCouldNotBeMade.class
      })
  void a_planted_bug_is_found(Class<?> race) {
    interleavings.showTheBugOf(race);
  }

  public static final class OfTheRegistry extends LeasesRace {
    public OfTheRegistry() {
      super(new Real());
    }
  }

  private static final class Real implements LeasesRace.Shared {
    private final SharedResources resources = new SharedResources();

    @Override
    public Lease<Counted> lease(Object key, Supplier<Counted> maker) {
      return resources.lease(key, Counted.class, maker);
    }

    @Override
    public int leases() {
      return resources.leases();
    }
  }

  public static final class Faultless extends LeasesRace {
    public Faultless() {
      super(new FaultyResources(Fault.NONE));
    }
  }

  public static final class CountsOutsideTheLock extends LeasesRace {
    public CountsOutsideTheLock() {
      super(new FaultyResources(Fault.COUNTS_OUTSIDE_THE_LOCK));
    }
  }

  public static final class DeafToTheEnd extends LeasesRace {
    public DeafToTheEnd() {
      super(new FaultyResources(Fault.DEAF_TO_THE_END));
    }
  }

  public static final class EndsBeforeItCloses extends LeasesRace {
    public EndsBeforeItCloses() {
      super(new FaultyResources(Fault.ENDS_BEFORE_IT_CLOSES));
    }
  }

  public static final class GivesBackTwice extends LeasesRace {
    public GivesBackTwice() {
      super(new FaultyResources(Fault.GIVES_BACK_TWICE));
    }
  }

  public static final class KeepsWhatCouldNotBeMade extends LeasesRace {
    public KeepsWhatCouldNotBeMade() {
      super(new FaultyResources(Fault.KEEPS_WHAT_COULD_NOT_BE_MADE));
    }
  }
}
