package dev.jongleur.cli.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All things of one kind that are in the heap.
 *
 * @param note what else is to be said of their number
 * @param bytes what would be free without any of them
 * @param largest those that retain most
 */
record Kind(String name, long count, String note, long bytes, List<Retained> largest) {
  Kind {
    largest = List.copyOf(largest);
  }

  /** As programs read it: {@code dataSources}. */
  String code() {
    return Pattern.compile(" (.)")
        .matcher(name)
        .replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
  }

  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("count", count);
    map.put("note", note);
    map.put("retainedBytes", bytes);
    map.put("largest", largest.stream().map(Retained::toMap).toList());
    return map;
  }
}
