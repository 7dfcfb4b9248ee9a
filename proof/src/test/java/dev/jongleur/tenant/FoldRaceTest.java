package dev.jongleur.tenant;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.policy.StackCapture;
import dev.jongleur.proof.Interleavings;
import dev.jongleur.proof.Scenarios;
import dev.jongleur.tenant.FaultyLife.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 5: what is in use is never swept; what is folded comes back, what is released does not. */
class FoldRaceTest {
  private final Interleavings interleavings =
      Interleavings.of(
              new Scenarios.Given(
                  "create: count | fold",
                  "create: count | foldIdle",
                  "create: create | fold, count",
                  "create: fold | fold, create",
                  "fold: create | count",
                  "create: count | release",
                  "fold: count | release",
                  "create: count | fold | release"),
              240)
          .withSteps(
              "dev.jongleur.definition.",
              "dev.jongleur.governor.",
              "dev.jongleur.memory.",
              "dev.jongleur.operation.",
              "dev.jongleur.registry.Definitions",
              "dev.jongleur.registry.OpenedStore",
              "dev.jongleur.registry.Registry",
              "dev.jongleur.registry.SharedResources",
              "dev.jongleur.registry.TenantRegistry",
              "java.util.concurrent.ConcurrentHashMap");

  @ParameterizedTest
  @ValueSource(classes = {OfTheDoor.class, Faultless.class})
  void nothing_is_done_twice_or_lost_and_nothing_stays_open(Class<?> race) {
    interleavings.areAllExplained(race);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        WorksOutsideTheGate.class,
        GivesUp.class,
        UnfoldsOutOfTurn.class,
        FoldsOutOfTurn.class,
        AsksBeforeItsTurn.class
      })
  void a_planted_bug_is_found(Class<?> race) {
    interleavings.showTheBugOf(race);
  }

  public static final class OfTheDoor extends FoldRace {
    public OfTheDoor() {
      super(new Real());
    }
  }

  private static final class Real implements FoldRace.Life {
    private final Jongleur jongleur = prepared();
    private final Tenant tenant = jongleur.tenant("acme");
    private final Model model = tenant.model("X");

    private static Jongleur prepared() {
      Jongleur jongleur =
          Jongleur.builder()
              .dataSource("main", Settings.of("memory"))
              .stacks(StackCapture.OFF)
              .blueprint(Blueprint.of("main", List.of(ModelDefinition.of("X", _ -> {}))))
              .build();
      var _ = jongleur.onboard("acme");
      return jongleur;
    }

    @Override
    public void create() {
      var _ = model.create(Map.of());
    }

    @Override
    public long count() {
      return model.count();
    }

    @Override
    public void fold() {
      tenant.fold();
    }

    @Override
    public void foldIdle() {
      var _ = jongleur.foldNow();
    }

    @Override
    public void release() {
      tenant.release();
    }

    @Override
    public int opened() {
      return jongleur.registry().stats().tenantRegistries();
    }

    @Override
    public void ended() {
      jongleur.close();
    }
  }

  public static final class Faultless extends FoldRace {
    public Faultless() {
      super(new FaultyLife(Fault.NONE));
    }
  }

  public static final class WorksOutsideTheGate extends FoldRace {
    public WorksOutsideTheGate() {
      super(new FaultyLife(Fault.WORKS_OUTSIDE_THE_GATE));
    }
  }

  public static final class GivesUp extends FoldRace {
    public GivesUp() {
      super(new FaultyLife(Fault.GIVES_UP));
    }
  }

  public static final class UnfoldsOutOfTurn extends FoldRace {
    public UnfoldsOutOfTurn() {
      super(new FaultyLife(Fault.UNFOLDS_OUT_OF_TURN));
    }
  }

  public static final class FoldsOutOfTurn extends FoldRace {
    public FoldsOutOfTurn() {
      super(new FaultyLife(Fault.FOLDS_OUT_OF_TURN));
    }
  }

  public static final class AsksBeforeItsTurn extends FoldRace {
    public AsksBeforeItsTurn() {
      super(new FaultyLife(Fault.ASKS_BEFORE_ITS_TURN));
    }
  }
}
