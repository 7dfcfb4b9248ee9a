package dev.jongleur.cli.measure;

import java.util.Map;

/** Numbers for programs: by name, with three decimals. */
public final class Numbers {
  private Numbers() {}

  public static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }

  /** The median under a name, the quartiles beside it. */
  public static void put(Map<String, Object> map, String name, Spread spread) {
    map.put(name, rounded(spread.median()));
    map.put(name + "Low", rounded(spread.low()));
    map.put(name + "High", rounded(spread.high()));
  }
}
