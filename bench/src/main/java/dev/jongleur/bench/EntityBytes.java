package dev.jongleur.bench;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What an entity of ten properties retains, and a {@code LinkedHashMap} of the same values under
 * the same names: on heaps after full collections, as the difference that many of them make.
 *
 * @param entity bytes of an entity whose values others hold too
 * @param map bytes of such a map
 * @param fullEntity bytes of an entity with values of its own
 * @param fullMap bytes of such a map
 */
record EntityBytes(double entity, double map, double fullEntity, double fullMap) {
  private static final int MANY = 200_000;

  static EntityBytes measure() {
    try (var db = DataSource.open("memory")) {
      Model people = People.define(db);
      Map<String, Object> one = People.person(1);
      var _ = each(_ -> people.make(one));
      return new EntityBytes(
          each(_ -> people.make(one)),
          each(_ -> new LinkedHashMap<>(one)),
          each(number -> people.make(People.person(number))),
          each(People::person));
    }
  }

  double ratio() {
    return entity / map;
  }

  double fullRatio() {
    return fullEntity / fullMap;
  }

  private static double each(IntFunction<Object> maker) {
    Object[] all = new Object[MANY];
    long before = live();
    for (int number = 0; number < MANY; number++) {
      all[number] = maker.apply(number);
    }
    long after = live();
    Reference.reachabilityFence(all);
    return (double) (after - before) / MANY;
  }

  private static long live() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
