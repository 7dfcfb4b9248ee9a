package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.HeapPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A likely leak: what one holder has of one kind.
 *
 * @param names whose or what they are, each once, not all of very many
 * @param retained bytes that would be free
 * @param holder the application's field
 * @param path the shortest way to the first of them
 */
record Finding(
    Suspicion suspicion,
    long count,
    List<String> names,
    long retained,
    String holder,
    HeapPath path) {
  Finding {
    names = List.copyOf(names);
  }

  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", suspicion.code());
    map.put("count", count);
    map.put("names", names);
    map.put("retainedBytes", retained);
    map.put("heldBy", holder);
    map.put("path", Paths.toMap(path));
    map.put("advice", suspicion.advice());
    return map;
  }
}
