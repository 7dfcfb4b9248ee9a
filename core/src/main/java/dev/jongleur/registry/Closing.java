package dev.jongleur.registry;

import dev.jongleur.error.JongleurException;
import dev.jongleur.error.StoreException;
import org.jspecify.annotations.Nullable;

/** Closes several things in order: a failing step is reported at the end, the rest still goes. */
public final class Closing {
  private @Nullable RuntimeException failure;

  /** Takes one step; its failure is kept. */
  public Closing also(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      keep(e);
    }
    return this;
  }

  /**
   * Ends the closing.
   *
   * @throws JongleurException the first failure, with the others attached
   */
  public void finish() {
    if (failure != null) {
      throw failure;
    }
  }

  /** The failure that made it necessary to close, with those of closing attached. */
  public RuntimeException andThrow(RuntimeException cause) {
    if (failure != null) {
      cause.addSuppressed(failure);
    }
    return cause;
  }

  private void keep(Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    RuntimeException kept =
        e instanceof JongleurException known ? known : new StoreException("Closing failed.", e);
    if (failure == null) {
      failure = kept;
    } else {
      failure.addSuppressed(kept);
    }
  }

  /** One thing to close. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }
}
