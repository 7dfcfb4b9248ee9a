package dev.jongleur.model;

import dev.jongleur.model.FaultyGate.Fault;
import dev.jongleur.proof.Interleavings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateRaceTest {
  private final Interleavings interleavings = new Interleavings(3, 2, 10, 1_000);

  @Test
  void nobody_is_inside_after_it_was_closed() {
    interleavings.areAllExplained(OfTheModels.class);
    interleavings.areAllExplained(Faultless.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {ReadsThenWrites.class, DoesNotWait.class, LosesTheLast.class})
  void a_planted_bug_is_found(Class<?> race) {
    interleavings.showTheBugOf(race);
  }

  public static final class OfTheModels extends GateRace {
    public OfTheModels() {
      super(new Real());
    }
  }

  private static final class Real implements GateRace.Passage {
    private final Gate gate = new Gate("The gate");

    @Override
    public boolean tryEnter() {
      return gate.tryEnter();
    }

    @Override
    public void leave() {
      gate.leave();
    }

    @Override
    public boolean close() {
      return gate.close(Duration.ofSeconds(30));
    }
  }

  public static final class Faultless extends GateRace {
    public Faultless() {
      super(new FaultyGate(Fault.NONE));
    }
  }

  public static final class ReadsThenWrites extends GateRace {
    public ReadsThenWrites() {
      super(new FaultyGate(Fault.READS_THEN_WRITES));
    }
  }

  public static final class DoesNotWait extends GateRace {
    public DoesNotWait() {
      super(new FaultyGate(Fault.DOES_NOT_WAIT));
    }
  }

  public static final class LosesTheLast extends GateRace {
    public LosesTheLast() {
      super(new FaultyGate(Fault.LOSES_THE_LAST));
    }
  }
}
