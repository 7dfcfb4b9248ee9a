package dev.jongleur.cli.measure;

import java.util.List;

/**
 * How the rounds of a measurement lie: half of them are between the quartiles. The median, because
 * whatever else the machine does makes single rounds slow and none fast.
 */
public record Spread(double low, double median, double high) {
  /** The spread of at least one number. */
  public static Spread of(List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  /** Between two neighbours, as much of each as the place is near to it. */
  private static double at(List<Double> sorted, double part) {
    double place = part * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    double share = place - below;
    return sorted.get(below) * (1 - share) + sorted.get(above) * share;
  }
}
