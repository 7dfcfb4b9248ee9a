package dev.jongleur.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shark.HeapField;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapClass;
import shark.HeapObject.HeapInstance;
import shark.HeapObject.HeapObjectArray;

/**
 * The shortest ways in a heap from its roots to its objects, over all that holds an object: fields,
 * elements, static fields. References that are weak or soft hold nothing, and neither do caches of
 * others that are bounded whatever tenants do.
 */
final class HeapPaths {
  private static final long ROOT = 0;
  private static final Set<String> HOLDING_NOTHING =
      Set.of(
          "java.lang.ref.SoftReference",
          "java.lang.ref.WeakReference",
          "java.lang.ref.PhantomReference");

  /**
   * The last file names of a thread; and of a database that is open, what it has of its rows in
   * pages and buffers. Among those is the one that remembers the tenants. Which databases are open
   * is seen all the same: they have names.
   */
  private static final Set<String> BOUNDED =
      Set.of(
          "sun.nio.fs.NativeBuffer",
          "org.h2.mvstore.Page$Leaf",
          "org.h2.mvstore.Page$NonLeaf",
          "org.h2.mvstore.WriteBuffer",
          "org.h2.mvstore.cache.CacheLongKeyLIRS$Segment");

  private final HeapGraph heap;

  /** By object, who was found to hold it first. */
  private final Map<Long, Long> holders = new HashMap<>();

  private HeapPaths(HeapGraph heap) {
    this.heap = heap;
  }

  /** One line for each of these objects that something holds. */
  static List<String> to(Set<Long> objects, HeapGraph heap) {
    var paths = new HeapPaths(heap);
    paths.walk();
    return objects.stream().filter(paths.holders::containsKey).map(paths::line).toList();
  }

  private void walk() {
    var waiting = new ArrayDeque<Long>();
    heap.getGcRoots().forEach(root -> found(root.getId(), ROOT, waiting));
    heap.getClasses().iterator().forEachRemaining(type -> found(type.getObjectId(), ROOT, waiting));
    while (!waiting.isEmpty()) {
      long holder = waiting.remove();
      references(heap.findObjectById(holder))
          .forEach(reference -> found(reference.object(), holder, waiting));
    }
  }

  private void found(long object, long holder, ArrayDeque<Long> waiting) {
    if (heap.objectExists(object) && holders.putIfAbsent(object, holder) == null) {
      waiting.add(object);
    }
  }

  private record Reference(String name, long object) {}

  private static List<Reference> references(HeapObject holder) {
    return switch (holder) {
      case HeapInstance instance when BOUNDED.contains(instance.getInstanceClassName()) ->
          List.of();
      case HeapInstance instance -> fields(instance.readFields().iterator(), instance);
      case HeapClass type -> fields(type.readStaticFields().iterator(), type);
      case HeapObjectArray array -> elements(array.readRecord().getElementIds());
      default -> List.of();
    };
  }

  private static List<Reference> fields(Iterator<HeapField> fields, HeapObject holder) {
    var references = new ArrayList<Reference>();
    fields.forEachRemaining(field -> {
      Long object = field.getValue().getAsNonNullObjectId();
      if (object != null && holds(field, holder)) {
        references.add(new Reference(field.getName(), object));
      }
    });
    return references;
  }

  private static List<Reference> elements(long[] objects) {
    var references = new ArrayList<Reference>();
    for (int i = 0; i < objects.length; i++) {
      references.add(new Reference("[" + i + "]", objects[i]));
    }
    return references;
  }

  private static boolean holds(HeapField field, HeapObject holder) {
    return !field.getName().equals("referent")
        || !(holder instanceof HeapInstance instance)
        || HOLDING_NOTHING.stream().noneMatch(instance::instanceOf);
  }

  private String line(long object) {
    var steps = new ArrayList<String>();
    long at = object;
    for (long holder = holderOf(at); holder != ROOT; holder = holderOf(at)) {
      steps.add(nameOf(heap.findObjectById(holder)) + "." + nameOf(at, holder));
      at = holder;
    }
    Collections.reverse(steps);
    return String.join(" > ", steps);
  }

  private long holderOf(long object) {
    return holders.getOrDefault(object, ROOT);
  }

  private String nameOf(long object, long holder) {
    return references(heap.findObjectById(holder)).stream()
        .filter(reference -> reference.object() == object)
        .map(Reference::name)
        .findFirst()
        .orElseThrow();
  }

  private static String nameOf(HeapObject object) {
    return switch (object) {
      case HeapInstance instance -> instance.getInstanceClassName();
      case HeapClass type -> "class " + type.getName();
      case HeapObjectArray array -> array.getArrayClassName();
      default -> "an array";
    };
  }
}
