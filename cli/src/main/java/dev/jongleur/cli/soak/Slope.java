package dev.jongleur.cli.soak;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How something grows with the requests: the line that fits the samples best.
 *
 * @param perSwitch bytes a request; negative when it shrinks
 * @param error the standard error of that
 * @param low where the slope begins with 95 % confidence
 * @param high where it ends
 */
record Slope(double perSwitch, double error, double low, double high) {
  private static final Slope NONE = new Slope(0, 0, 0, 0);

  /** Fewer tell no line from its noise. */
  private static final int FEWEST = 3;

  static Slope of(List<Sample> samples, ToLongFunction<Sample> size) {
    double[] x = samples.stream().mapToDouble(Sample::switches).toArray();
    double[] y = samples.stream().mapToLong(size).asDoubleStream().toArray();
    center(x);
    center(y);
    double xx = product(x, x, 0);
    if (xx == 0 || x.length < FEWEST) {
      return NONE;
    }
    double slope = product(x, y, 0) / xx;
    return around(slope, residuals(x, y, slope), xx);
  }

  /** Whether it is more than so many bytes a request, whatever is noise. */
  boolean exceeds(double bytes) {
    return low > bytes;
  }

  boolean isZeroWithin() {
    return low <= 0 && high >= 0;
  }

  /**
   * The interval around a slope. What a JVM takes once it keeps, so a sample resembles the one
   * before and tells less than an independent one would: of n samples with the correlation r, as
   * much as n (1 - r) / (1 + r).
   */
  private static Slope around(double slope, double[] residuals, double xx) {
    double unexplained = product(residuals, residuals, 0);
    double r = unexplained == 0 ? 0 : product(residuals, residuals, 1) / unexplained;
    double telling = residuals.length * (1 - Math.max(0, r)) / (1 + Math.max(0, r));
    double freedom = Math.max(FEWEST, telling) - 2;
    double error = Math.sqrt(unexplained / freedom / xx);
    double margin = Student.errors(freedom) * error;
    return new Slope(slope, error, slope - margin, slope + margin);
  }

  private static double[] residuals(double[] x, double[] y, double slope) {
    double[] residuals = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      residuals[i] = y[i] - slope * x[i];
    }
    return residuals;
  }

  private static void center(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
  }

  /** The sum of products of each value with one of the other so many places further on. */
  private static double product(double[] one, double[] other, int further) {
    double sum = 0;
    for (int i = 0; i + further < one.length; i++) {
      sum += one[i] * other[i + further];
    }
    return sum;
  }
}
