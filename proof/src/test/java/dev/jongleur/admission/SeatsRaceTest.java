package dev.jongleur.admission;

import dev.jongleur.admission.FaultySeats.Fault;
import dev.jongleur.error.LimitException;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.proof.Interleavings;
import dev.jongleur.proof.Scenarios;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Never more operations at once than a tenant may do, and no seat is lost. */
class SeatsRaceTest {
  private final Interleavings interleavings =
      Interleavings.of(new Scenarios.Random(2, 3, 20), 150)
          .withSteps("dev.jongleur.policy.", "dev.jongleur.error.");

  @ParameterizedTest
  @ValueSource(classes = {OfTheAdmission.class, Faultless.class})
  void as_many_are_in_as_may_be_and_every_seat_is_given_back(Class<?> race) {
    interleavings.areAllExplained(race);
  }

  @ParameterizedTest
  @ValueSource(classes = {ReadsThenTakes.class, KeepsWhatWasRefused.class, GivesBackTwice.class})
  void a_planted_bug_is_found(Class<?> race) {
    interleavings.showTheBugOf(race);
  }

  public static final class OfTheAdmission extends SeatsRace {
    public OfTheAdmission() {
      super(new Real());
    }
  }

  private static final class Real implements SeatsRace.Room {
    private final Seats seats =
        Seats.of(
            "acme",
            TenantLimits.NONE.withOperationsAtOnce(SeatsRace.SIZE).withWaiting(0, Duration.ZERO));

    @Override
    public boolean take() {
      try {
        return seats.take();
      } catch (LimitException refused) {
        return false;
      }
    }

    @Override
    public void giveBack() {
      seats.giveBack();
    }

    @Override
    public int taken() {
      return seats.taken();
    }
  }

  public static final class Faultless extends SeatsRace {
    public Faultless() {
      super(new FaultySeats(Fault.NONE));
    }
  }

  public static final class ReadsThenTakes extends SeatsRace {
    public ReadsThenTakes() {
      super(new FaultySeats(Fault.READS_THEN_TAKES));
    }
  }

  public static final class KeepsWhatWasRefused extends SeatsRace {
    public KeepsWhatWasRefused() {
      super(new FaultySeats(Fault.KEEPS_WHAT_WAS_REFUSED));
    }
  }

  public static final class GivesBackTwice extends SeatsRace {
    public GivesBackTwice() {
      super(new FaultySeats(Fault.GIVES_BACK_TWICE));
    }
  }
}
