package dev.jongleur.model;

import dev.jongleur.model.FaultyGate.Fault;
import dev.jongleur.proof.Interleavings;
import dev.jongleur.proof.Scenarios;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in use is never taken away (law 5), and what was closed is closed once. */
class GateRaceTest {
  private final Interleavings interleavings = Interleavings.of(new Scenarios.Random(3, 2, 10), 300);

  @ParameterizedTest
  @ValueSource(classes = {OfTheModels.class, Faultless.class})
  void the_last_one_inside_closes_it_once_and_nobody_is_let_in_afterwards(Class<?> race) {
    interleavings.areAllExplained(race);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ReadsThenWrites.class,
        CountsWhoIsTurnedAway.class,
        LosesTheLast.class,
        DoesNotWait.class,
        ClosesTwice.class
      })
  void a_planted_bug_is_found(Class<?> race) {
    interleavings.showTheBugOf(race);
  }

  public static final class OfTheModels extends GateRace {
    public OfTheModels() {
      super(Real::new);
    }
  }

  private static final class Real implements GateRace.Passage {
    private final Gate gate;

    Real(Runnable closing) {
      this.gate = new Gate("The gate", closing);
    }

    @Override
    public boolean tryEnter() {
      return gate.tryEnter();
    }

    @Override
    public void leave() {
      gate.leave();
    }

    @Override
    public boolean retire() {
      return gate.retire();
    }
  }

  public static final class Faultless extends GateRace {
    public Faultless() {
      super(closing -> new FaultyGate(Fault.NONE, closing));
    }
  }

  public static final class ReadsThenWrites extends GateRace {
    public ReadsThenWrites() {
      super(closing -> new FaultyGate(Fault.READS_THEN_WRITES, closing));
    }
  }

  public static final class CountsWhoIsTurnedAway extends GateRace {
    public CountsWhoIsTurnedAway() {
      super(closing -> new FaultyGate(Fault.COUNTS_WHO_IS_TURNED_AWAY, closing));
    }
  }

  public static final class LosesTheLast extends GateRace {
    public LosesTheLast() {
      super(closing -> new FaultyGate(Fault.LOSES_THE_LAST, closing));
    }
  }

  public static final class DoesNotWait extends GateRace {
    public DoesNotWait() {
      super(closing -> new FaultyGate(Fault.DOES_NOT_WAIT, closing));
    }
  }

  public static final class ClosesTwice extends GateRace {
    public ClosesTwice() {
      super(closing -> new FaultyGate(Fault.CLOSES_TWICE, closing));
    }
  }
}
