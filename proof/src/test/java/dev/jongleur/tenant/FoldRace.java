package dev.jongleur.tenant;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** A tenant works while others fold it and release it. */
public abstract class FoldRace {
  private final Life tenant;

  FoldRace(Life tenant) {
    this.tenant = tenant;
  }

  /** What a tenant is to those who use it. */
  interface Life {
    /** Adds a row. */
    void create();

    long count();

    void fold();

    void release();

    /** How many tenant registries are open. */
    int open();
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

  /** Once: a second release does not wait for the first. */
  @Operation(runOnce = true)
  public void release() {
    tenant.release();
  }

  /** When all are done, folding gives everything back: nothing was opened and lost. */
  @Validate
  public void nothingIsLost() {
    if (tenant.open() > 1) {
      throw new IllegalStateException(tenant.open() + " are open");
    }
    tenant.fold();
    if (tenant.open() != 0) {
      throw new IllegalStateException(tenant.open() + " are open when it is folded");
    }
  }
}
