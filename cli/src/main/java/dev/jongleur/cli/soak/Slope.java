package dev.jongleur.cli.soak;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How something grows with the requests: the line that fits the samples best.
 *
 * @param perSwitch bytes a request; negative when it shrinks
 * @param error the standard error of that; what lies within it is noise
 */
record Slope(double perSwitch, double error) {
  static Slope of(List<Sample> samples, ToLongFunction<Sample> size) {
    double meanX = samples.stream().mapToLong(Sample::switches).average().orElse(0);
    double meanY = samples.stream().mapToLong(size).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Sample sample : samples) {
      double x = sample.switches() - meanX;
      double y = size.applyAsLong(sample) - meanY;
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    if (xx == 0 || samples.size() < 3) {
      return new Slope(0, 0);
    }
    double slope = xy / xx;
    double unexplained = Math.max(0, yy - slope * xy);
    return new Slope(slope, Math.sqrt(unexplained / (samples.size() - 2) / xx));
  }

  /** Whether it is more than so many bytes a request, noise left aside. */
  boolean exceeds(double bytes) {
    return perSwitch > bytes + error;
  }
}
