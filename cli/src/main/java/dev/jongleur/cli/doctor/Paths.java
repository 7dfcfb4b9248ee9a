package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.HeapPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ways to objects by the names that programs read. */
final class Paths {
  private Paths() {}

  static Map<String, Object> toMap(HeapPath path) {
    var map = new LinkedHashMap<String, Object>();
    map.put("root", path.root());
    map.put("end", path.end());
    map.put("length", path.length());
    map.put("steps", path.places().stream().map(Paths::step).toList());
    return map;
  }

  private static Map<String, Object> step(HeapPath.Place place) {
    var map = new LinkedHashMap<String, Object>();
    map.put("number", place.before() + 1);
    map.put("class", place.step().owner());
    map.put("field", place.step().member());
    map.put("static", place.step().isStatic());
    map.put("holder", place.isHolder());
    return map;
  }
}
