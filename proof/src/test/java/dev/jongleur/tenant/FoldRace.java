package dev.jongleur.tenant;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** A tenant works while others fold it and release it. */
public abstract class FoldRace {
  private final Life tenant;
  private volatile boolean released;

  FoldRace(Life tenant) {
    this.tenant = tenant;
  }

  /** What a tenant is to those who use it. */
  interface Life {
    /** Adds a row. */
    void create();

    long count();

    void fold();

    /** Folds if nobody is at it; waits for nobody. */
    void foldIdle();

    void release();

    /** How many tenant registries are open. */
    int opened();

    /** Closes the application. */
    void ended();
  }

  @Operation
  public void create() {
    tenant.create();
  }

  @Operation
  public long count() {
    return tenant.count();
  }

  @Operation
  public void fold() {
    tenant.fold();
  }

  @Operation
  public void foldIdle() {
    tenant.foldIdle();
  }

  /** Once: a second release does not wait for the first. */
  @Operation(runOnce = true)
  public void release() {
    tenant.release();
    released = true;
  }

  /** When all are done, nothing was opened and lost, or came back after the release. */
  @Validate
  public void nothingIsLost() {
    check(tenant.opened() <= (released ? 0 : 1));
    tenant.fold();
    check(tenant.opened() == 0);
    tenant.ended();
  }

  private void check(boolean holds) {
    if (!holds) {
      throw new IllegalStateException(tenant.opened() + " are open");
    }
  }
}
