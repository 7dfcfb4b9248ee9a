package dev.jongleur.registry;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.proof.Interleavings;
import dev.jongleur.proof.Scenarios;
import dev.jongleur.registry.FaultyDefinitions.Fault;
import java.lang.ref.Reference;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 3: equal definitions are one object, whoever comes first. */
class DefinitionsRaceTest {
  private final Interleavings interleavings = Interleavings.of(new Scenarios.Random(2, 2, 25), 120);

  @ParameterizedTest
  @ValueSource(classes = {OfTheRegistry.class, Faultless.class})
  void equal_definitions_are_one_until_it_is_collected(Class<?> race) {
    interleavings.areAllExplained(race);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {ReadsThenWrites.class, ReplacesWhatIsGone.class, ForgetsItsSuccessor.class})
  void a_planted_bug_is_found(Class<?> race) {
    interleavings.showTheBugOf(race);
  }

  public static final class OfTheRegistry extends DefinitionsRace {
    public OfTheRegistry() {
      super(new Real());
    }
  }

  private static final class Real implements DefinitionsRace.Sharing {
    private final Definitions definitions = new Definitions();
    private final Map<? extends Reference<?>, ?> entries = entriesOf(definitions);

    @Override
    public ModelDefinition share(ModelDefinition definition) {
      return definitions.share(definition);
    }

    @Override
    public int size() {
      return definitions.size();
    }

    @Override
    public Set<? extends Reference<?>> references() {
      return entries.keySet();
    }

    /** The collector reaches what is private, so this does. */
    @SuppressWarnings("unchecked")
    private static Map<? extends Reference<?>, ?> entriesOf(Definitions definitions) {
      try {
        var entries = Definitions.class.getDeclaredField("entries");
        entries.setAccessible(true);
        return (Map<? extends Reference<?>, ?>) entries.get(definitions);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  public static final class Faultless extends DefinitionsRace {
    public Faultless() {
      super(new FaultyDefinitions(Fault.NONE));
    }
  }

  public static final class ReadsThenWrites extends DefinitionsRace {
    public ReadsThenWrites() {
      super(new FaultyDefinitions(Fault.READS_THEN_WRITES));
    }
  }

  public static final class ReplacesWhatIsGone extends DefinitionsRace {
    public ReplacesWhatIsGone() {
      super(new FaultyDefinitions(Fault.REPLACES_WHAT_IS_GONE));
    }
  }

  public static final class ForgetsItsSuccessor extends DefinitionsRace {
    public ForgetsItsSuccessor() {
      super(new FaultyDefinitions(Fault.FORGETS_ITS_SUCCESSOR));
    }
  }
}
