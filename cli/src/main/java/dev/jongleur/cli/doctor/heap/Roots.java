package dev.jongleur.cli.doctor.heap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the garbage collector begins, by object. Every class is a root: what is found in a static
 * field is held by it, whoever holds the class.
 */
record Roots(Map<Integer, Root> byObject, Map<Integer, Integer> threads) {
  static Roots of(Records records, ObjectTable objects, ClassTable classes) {
    var all = new HashMap<Integer, Root>();
    for (int i = 0; i < classes.size(); i++) {
      long id = classes.get(i).id();
      all.put(objects.number(id), new Root(id, Root.Kind.CLASS, 0));
    }
    for (Root root : records.roots()) {
      int object = objects.number(root.id());
      if (object >= 0) {
        all.merge(object, root, Roots::stronger);
      }
    }
    var threads = new HashMap<Integer, Integer>();
    records.threads().forEach((thread, id) -> threads.put(thread, objects.number(id)));
    return new Roots(all, threads);
  }

  private static Root stronger(Root one, Root other) {
    return one.kind().compareTo(other.kind()) <= 0 ? one : other;
  }

  int[] all() {
    return byObject.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  List<Integer> keeping() {
    return byObject.keySet().stream().filter(object -> !isInUse(object)).sorted().toList();
  }

  List<Integer> inUse() {
    return byObject.keySet().stream().filter(this::isInUse).sorted().toList();
  }

  boolean isInUse(int object) {
    Root root = byObject.get(object);
    return root != null && root.isInUse();
  }

  /** The object of the thread that a root belongs to. */
  Optional<Integer> thread(Root root) {
    return Optional.ofNullable(threads.get(root.thread())).filter(object -> object >= 0);
  }
}
