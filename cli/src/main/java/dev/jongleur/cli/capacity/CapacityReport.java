package dev.jongleur.cli.capacity;

import static dev.jongleur.cli.measure.Numbers.rounded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param visits how a table calls them
 * @param prepared seconds until all was there for the first of them
 * @param seconds in all
 * @param peakHeap the most that any collection left, a partial one too
 * @param figures what the connector holds and held open
 * @param failures how often each went wrong
 */
record CapacityReport(
    String visits,
    double prepared,
    List<Tenth> tenths,
    double seconds,
    long peakHeap,
    Map<String, Long> figures,
    Map<String, Long> failures,
    boolean outOfMemory) {

  CapacityReport {
    tenths = List.copyOf(tenths);
  }

  /** The throughput of the last tenth, the first being 1; 0 where there are not both. */
  double lastToFirst() {
    return tenths.size() < 2 ? 0 : tenths.getLast().perSecond() / tenths.getFirst().perSecond();
  }

  long made() {
    return tenths.stream().mapToLong(Tenth::visits).sum();
  }

  double perSecond() {
    double worked = tenths.stream().mapToDouble(Tenth::seconds).sum();
    return worked == 0 ? 0 : made() / worked;
  }

  long peakLiveHeap() {
    return tenths.stream().mapToLong(Tenth::liveHeap).max().orElse(0);
  }

  long errors() {
    return failures.values().stream().mapToLong(count -> count).sum();
  }

  /** By the names that programs read. */
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put(visits, made());
    map.put("perSecond", rounded(perSecond()));
    map.put("perSecondOfTenths", tenths.stream().map(t -> rounded(t.perSecond())).toList());
    map.put("cpuMillisOfTenths", tenths.stream().map(t -> rounded(t.cpuMillisEach())).toList());
    map.put("lastToFirst", rounded(lastToFirst()));
    map.put("peakLiveHeap", peakLiveHeap());
    map.put("liveHeapOfTenths", tenths.stream().map(Tenth::liveHeap).toList());
    map.put("peakHeapAfterCollection", peakHeap);
    map.put("maxHeap", Runtime.getRuntime().maxMemory());
    map.putAll(figures);
    map.put("errors", errors());
    map.put("failures", failures);
    map.put("outOfMemory", outOfMemory);
    map.put("secondsOfPreparation", rounded(prepared));
    map.put("seconds", rounded(seconds));
    return map;
  }
}
