package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.HeapPath;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is in the heap.
 *
 * @param note how it is, or how many objects there are of it
 * @param bytes what would be free without it
 * @param holder the application's field that leads to it
 * @param path the shortest way to it, or to one of those that it stands for
 */
record Retained(String name, String note, long bytes, String holder, HeapPath path) {
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", name);
    map.put("note", note);
    map.put("retainedBytes", bytes);
    map.put("heldBy", holder);
    map.put("path", Paths.toMap(path));
    return map;
  }
}
