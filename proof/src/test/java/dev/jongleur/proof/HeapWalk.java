package dev.jongleur.proof;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import shark.CloseableHeapGraph;
import shark.HprofHeapGraph;
import shark.HprofRecordTag;

/** What was in the heap of this JVM after a full collection, read from a dump. */
final class HeapWalk implements AutoCloseable {
  private final CloseableHeapGraph heap;

  private HeapWalk(CloseableHeapGraph heap) {
    this.heap = heap;
  }

  /** Collects, dumps what is left to a file that is not there yet, and opens it. */
  static HeapWalk of(Path dump) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    var roots = HprofRecordTag.Companion.getRootTags();
    return new HeapWalk(HprofHeapGraph.Companion.openHeapGraph(dump.toFile(), null, roots));
  }

  /** How many instances there are of each class of Jongleur. */
  Map<String, Long> ours() {
    var counts = new TreeMap<String, Long>();
    heap.getInstances()
        .iterator()
        .forEachRemaining(instance -> {
          String type = instance.getInstanceClassName();
          if (isOurs(type)) {
            counts.merge(type, 1L, Long::sum);
          }
        });
    return counts;
  }

  /** Of which classes of Jongleur there are more or fewer instances than there were. */
  List<String> oursSince(Map<String, Long> before) {
    Map<String, Long> now = ours();
    return Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(type -> !Objects.equals(before.get(type), now.get(type)))
        .map(type -> type + ": " + before.get(type) + ", then " + now.get(type))
        .toList();
  }

  private static boolean isOurs(String type) {
    return type.startsWith("dev.jongleur.") && !type.startsWith("dev.jongleur.proof.");
  }

  /** By which way each string or buffer that contains one of these texts is reached. */
  List<String> pathsTo(String... texts) {
    List<Text> wanted = Stream.of(texts).map(Text::new).toList();
    Set<Long> found = new HashSet<>();
    heap.getPrimitiveArrays()
        .iterator()
        .forEachRemaining(array -> {
          if (wanted.stream().anyMatch(text -> text.isIn(array.readRecord()))) {
            found.add(array.getObjectId());
          }
        });
    return found.isEmpty() ? List.of() : HeapPaths.to(found, heap);
  }

  @Override
  public void close() throws IOException {
    heap.close();
  }
}
