package dev.jongleur.registry;

import dev.jongleur.definition.ModelDefinition;
import java.lang.ref.Reference;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** Several share definitions that are equal, while those that nobody uses are collected. */
@Param(name = "copy", gen = IntGen.class, conf = "0:2")
public abstract class DefinitionsRace {
  /** Equal, and not the same. */
  private final ModelDefinition[] copies = {user(), user(), user()};

  private final Sharing definitions;

  DefinitionsRace(Sharing definitions) {
    this.definitions = definitions;
  }

  /** What makes equal definitions one. */
  interface Sharing {
    ModelDefinition share(ModelDefinition definition);

    int size();

    /** The references to the definitions that are known, as the collector sees them. */
    Set<? extends Reference<?>> references();
  }

  /** Which copy stands for all. */
  @Operation
  public int share(@Param(name = "copy") int copy) {
    ModelDefinition shared = definitions.share(copies[copy]);
    int which = 0;
    while (copies[which] != shared) {
      which++;
    }
    return which;
  }

  @Operation
  public void collect(@Param(name = "copy") int copy) {
    collected(copies[copy]);
  }

  /** Does at once what the collector does to a definition that nobody uses. */
  void collected(ModelDefinition definition) {
    for (Reference<?> reference : definitions.references()) {
      if (reference.get() == definition) {
        reference.enqueue();
      }
    }
  }

  private static ModelDefinition user() {
    return ModelDefinition.of("User", _ -> {});
  }

  /** When all are done there is at most one; meanwhile the size is a guess. */
  @Validate
  public void oneAtMost() {
    int size = definitions.size();
    if (size > 1) {
      throw new IllegalStateException(size + " for one");
    }
  }
}
