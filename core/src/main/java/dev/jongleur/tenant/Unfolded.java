package dev.jongleur.tenant;

import dev.jongleur.admission.Admission;
import dev.jongleur.model.ModelSpace;

/**
 * What a tenant has while it is unfolded: its models, as the blueprint of one moment and its own
 * standing make them. Calls note when they were; which of two calls at once is noted is all one.
 */
final class Unfolded {
  private final Structure structure;
  private final ModelSpace space;
  private final Admission admission;
  private final long order;
  private volatile long lastUsed;

  Unfolded(
      Structure structure, ModelSpace space, Admission admission, long order, long now) {
    this.structure = structure;
    this.space = space;
    this.admission = admission;
    this.order = order;
    this.lastUsed = now;
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

  /** Larger the later it was unfolded. */
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
}
