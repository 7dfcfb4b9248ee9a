package dev.jongleur.tenant;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.proof.Interleavings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 5: what is in use is never swept; what is folded comes back, what is released does not. */
class FoldRaceTest {
  private final Interleavings interleavings = new Interleavings(2, 2, 20, 100);

  @ParameterizedTest
  @ValueSource(classes = {OfTheDoor.class})
  void nothing_is_done_twice_or_lost_and_nothing_stays_open(Class<?> race) {
    interleavings.areAllExplained(race);
  }

  public static final class OfTheDoor extends FoldRace {
    public OfTheDoor() {
      super(new Real());
    }
  }

  private static final class Real implements FoldRace.Life {
    private Jongleur jongleur;
    private Tenant tenant;
    private Model model;

    Real() {
      prepared();
    }

    private void prepared() {
      jongleur =
          Jongleur.builder()
              .dataSource("main", Settings.of("memory"))
              .blueprint(Blueprint.of("main", List.of(ModelDefinition.of("X", _ -> {}))))
              .build();
      tenant = jongleur.onboard("acme");
      model = tenant.model("X");
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
    public void release() {
      tenant.release();
    }

    @Override
    public int open() {
      return jongleur.registry().stats().tenantRegistries();
    }
  }
}
