package dev.jongleur.proof;

/** How long the proofs look: 1 in an ordinary build, more with {@code -Dproof.effort=10}. */
public final class Effort {
  private static final int FACTOR = Integer.getInteger("proof.effort", 1);

  private Effort() {}

  public static int factor() {
    return FACTOR;
  }

  /** So many in an ordinary build, and that many times the effort in a longer one. */
  public static int of(int ordinary) {
    return Math.multiplyExact(ordinary, FACTOR);
  }
}
