package dev.jongleur.memory;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;

import dev.jongleur.connector.Increment;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.TransactionException;
import dev.jongleur.memory.FaultyRows.Fault;
import dev.jongleur.proof.Interleavings;
import dev.jongleur.proof.Scenarios;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In memory a reader sees no half of a write, no change is lost, of two transactions that write the
 * same the first to commit wins, and nobody sees what was rolled back.
 */
class RowsRaceTest {
  /** Each step of the real connector is many, so that there are fewer of them. */
  private final Interleavings interleavings = over(12, 40);

  private final Interleavings more = over(40, 100);

  private static Interleavings over(int scenarios, int each) {
    return Interleavings.of(new Scenarios.Random(2, 2, scenarios), each)
        .withSteps(
            "dev.jongleur.connector.",
            "dev.jongleur.definition.",
            "dev.jongleur.entity.",
            "dev.jongleur.error.",
            "dev.jongleur.query.",
            "dev.jongleur.memory.collection.",
            "dev.jongleur.memory.hash.",
            "dev.jongleur.memory.plan.",
            "dev.jongleur.memory.tree.",
            "dev.jongleur.memory.Written",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.stream.");
  }

  @ParameterizedTest
  @ValueSource(classes = {InMemory.class, Faultless.class})
  void every_change_comes_before_or_after_every_other(Class<?> race) {
    interleavings.areAllExplained(race);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ReadsThenWrites.class,
        Overwrites.class,
        ChecksBeforeItsTurn.class,
        SeesOthers.class,
        ShowsHalf.class,
        WritesAtOnce.class,
        ForgetsUniqueKeys.class
      })
  void a_planted_bug_is_found(Class<?> race) {
    more.showTheBugOf(race);
  }

  public static final class InMemory extends RowsRace {
    public InMemory() {
      super(new Real());
    }
  }

  /** Two tenants' rows, of which one's are raced for. */
  private static final class Real implements RowsRace.Rows {
    private static final ModelDefinition NUMBERS =
        ModelDefinition.of("Number", n -> n.property("id", LONG, id()).property("n", LONG));
    private static final ModelDefinition NAMES =
        ModelDefinition.of("Name", n -> n.property("name", STRING, unique()));

    private final MemoryConnector connector =
        new MemoryConnector(Settings.of("memory"), Optional.empty());
    private final Store acme = filled("acme");
    private final Store globex = filled("globex");

    private Store filled(String tenant) {
      Store store = connector.store(new Partition(tenant));
      for (long id = 0; id < 2; id++) {
        var _ = store.insert(NUMBERS, row(NUMBERS, Map.of("id", id, "n", RowsRace.FIRST)));
      }
      return store;
    }

    private static Entity row(ModelDefinition model, Map<String, Object> values) {
      return EntityReader.of(model, ModelLookup.NONE).read(values);
    }

    private static List<Long> both(Store store) {
      return store.find(NUMBERS, Filter.all()).stream()
          .map(row -> (Long) Objects.requireNonNull(row.get("n")))
          .toList();
    }

    private static boolean take(Store store) {
      try {
        var _ = store.insert(NAMES, row(NAMES, Map.of("name", "x")));
        return true;
      } catch (DuplicateException taken) {
        return false;
      }
    }

    @Override
    public List<Long> both() {
      return both(acme);
    }

    @Override
    public void add() {
      var _ = acme.update(NUMBERS, where("id").eq(0L).where(), Map.of("n", Increment.ONE));
    }

    @Override
    public boolean take() {
      return take(acme);
    }

    @Override
    public void free() {
      var _ = acme.delete(NAMES, where("name").eq("x").where());
    }

    @Override
    public RowsRace.Work begin() {
      return new Work(acme.begin(IsolationLevel.REPEATABLE_READ));
    }

    @Override
    public boolean isOtherUntouched() {
      return both(globex).equals(List.of(RowsRace.FIRST, RowsRace.FIRST));
    }

    private record Work(StoreTransaction transaction) implements RowsRace.Work {
      @Override
      public List<Long> both() {
        return Real.both(transaction);
      }

      @Override
      public void set(int number, long to) {
        var _ = transaction.update(NUMBERS, where("id").eq((long) number).where(), Map.of("n", to));
      }

      @Override
      public boolean take() {
        return Real.take(transaction);
      }

      @Override
      public boolean commit() {
        try {
          transaction.commit();
          return true;
        } catch (TransactionException | DuplicateException e) {
          return false;
        }
      }

      @Override
      public void rollback() {
        transaction.rollback();
      }
    }
  }

  public static final class Faultless extends RowsRace {
    public Faultless() {
      super(new FaultyRows(Fault.NONE));
    }
  }

  public static final class ReadsThenWrites extends RowsRace {
    public ReadsThenWrites() {
      super(new FaultyRows(Fault.READS_THEN_WRITES));
    }
  }

  public static final class Overwrites extends RowsRace {
    public Overwrites() {
      super(new FaultyRows(Fault.OVERWRITES));
    }
  }

  public static final class ChecksBeforeItsTurn extends RowsRace {
    public ChecksBeforeItsTurn() {
      super(new FaultyRows(Fault.CHECKS_BEFORE_ITS_TURN));
    }
  }

  public static final class SeesOthers extends RowsRace {
    public SeesOthers() {
      super(new FaultyRows(Fault.SEES_OTHERS));
    }
  }

  public static final class ShowsHalf extends RowsRace {
    public ShowsHalf() {
      super(new FaultyRows(Fault.SHOWS_HALF));
    }
  }

  public static final class WritesAtOnce extends RowsRace {
    public WritesAtOnce() {
      super(new FaultyRows(Fault.WRITES_AT_ONCE));
    }
  }

  public static final class ForgetsUniqueKeys extends RowsRace {
    public ForgetsUniqueKeys() {
      super(new FaultyRows(Fault.FORGETS_UNIQUE_KEYS));
    }
  }
}
