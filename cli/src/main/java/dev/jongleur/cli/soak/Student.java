package dev.jongleur.cli.soak;

/**
 * Student's t: how many standard errors to either side of an estimate the truth lies within, at 95
 * % confidence, by degrees of freedom.
 */
final class Student {
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060
  };

  private Student() {}

  /** Rounded up for a fraction of a degree, and for more than the table has. */
  static double errors(double freedom) {
    int row = Math.clamp((long) freedom, 1, T.length);
    return T[row - 1];
  }
}
