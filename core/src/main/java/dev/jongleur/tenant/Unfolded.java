package dev.jongleur.tenant;

import dev.jongleur.admission.Admission;
import dev.jongleur.model.ModelSpace;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a tenant has while it is unfolded: its models, as the blueprint of one moment and its own
 * standing make them. Calls note when they were; which of two calls at once is noted is all one.
 */
final class Unfolded {
  private final Structure structure;
  private final ModelSpace space;
  private final Admission admission;
  private final long order;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile long lastUsed;

  /**
   * A tenant's models.
   *
   * @param order larger the later it was unfolded
   */
  Unfolded(Structure structure, ModelSpace space, Admission admission, long order) {
    this.structure = structure;
    this.space = space;
    this.admission = admission;
    this.order = order;
  }

  boolean isOf(Structure current) {
    return structure == current;
  }

  ModelSpace space() {
    return space;
  }

  Admission admission() {
    return admission;
  }

  long order() {
    return order;
  }

  long lastUsed() {
    return lastUsed;
  }

  void use(long now) {
    if (lastUsed != now) {
      lastUsed = now;
    }
  }

  /** Whether nobody was told yet that the tenant is unfolded; true once. */
  boolean isNews() {
    return !told.get() && told.compareAndSet(false, true);
  }

  /** In the place of another: nobody has to be told. */
  Unfolded instead() {
    told.set(true);
    return this;
  }
}
