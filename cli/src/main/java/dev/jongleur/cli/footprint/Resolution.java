package dev.jongleur.cli.footprint;

import dev.jongleur.cli.measure.LiveMemory;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.cli.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What it takes to get from a tenant's name to a model, beside a look-up in a map that has the same
 * names. Both in the same random order, in turn, each round in an order of its own.
 *
 * @param ratio of the two, round by round
 * @param bytes allocated by one resolution
 */
record Resolution(Spread resolve, Spread mapGet, Spread ratio, Spread bytes) {
  private static final long SEED = 20260101;

  static Resolution measure(Population population, FootprintPlan plan, Progress progress) {
    var resolving = new Lookup.Resolving(population.jongleur(), population.model());
    var getting = new Lookup.Getting(map(plan.tenants()));
    var random = new Random(SEED);
    List<Pair> pairs = new ArrayList<>();
    for (int round = 0; round < 2 * plan.rounds(); round++) {
      int[] order = order(plan, random);
      pairs.add(
          round % 2 == 0 ? first(resolving, getting, order) : last(resolving, getting, order));
      progress.step();
    }
    return of(pairs.subList(plan.rounds(), pairs.size()));
  }

  private record Pair(Round resolve, Round mapGet) {
    double ratio() {
      return resolve.nanos() / mapGet.nanos();
    }
  }

  private static Pair first(Lookup resolving, Lookup getting, int[] order) {
    Round resolve = Round.of(resolving, order);
    return new Pair(resolve, Round.of(getting, order));
  }

  private static Pair last(Lookup resolving, Lookup getting, int[] order) {
    Round mapGet = Round.of(getting, order);
    return new Pair(Round.of(resolving, order), mapGet);
  }

  private static Resolution of(List<Pair> pairs) {
    return new Resolution(
        Spread.of(pairs.stream().map(pair -> pair.resolve().nanos()).toList()),
        Spread.of(pairs.stream().map(pair -> pair.mapGet().nanos()).toList()),
        Spread.of(pairs.stream().map(Pair::ratio).toList()),
        Spread.of(pairs.stream().map(pair -> pair.resolve().bytes()).toList()));
  }

  /** Moved to where long-lived objects are, as the tenants were. */
  private static Map<String, Object> map(int tenants) {
    Map<String, Object> map = new ConcurrentHashMap<>();
    for (int number = 0; number < tenants; number++) {
      map.put(Population.name(number), new Object());
    }
    var _ = LiveMemory.now();
    return map;
  }

  /** Every tenant in random order, and again from the start where there are more look-ups. */
  private static int[] order(FootprintPlan plan, Random random) {
    int[] numbers = new int[plan.lookups()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % plan.tenants();
    }
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = held;
    }
    return numbers;
  }
}
