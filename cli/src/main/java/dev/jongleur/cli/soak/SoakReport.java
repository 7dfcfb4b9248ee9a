package dev.jongleur.cli.soak;

import dev.jongleur.RegistryStats;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run measured. */
record SoakReport(
    SoakPlan plan,
    RegistryStats registry,
    List<Sample> samples,
    Duration worked,
    LiveThreads threadsStart,
    LiveThreads threadsEnd) {

  SoakReport {
    samples = List.copyOf(samples);
  }

  Sample start() {
    return samples.getFirst();
  }

  Sample end() {
    return samples.getLast();
  }

  Slope heap() {
    return Slope.of(samples, Sample::liveHeap);
  }

  Slope metaspace() {
    return Slope.of(samples, Sample::metaspace);
  }

  double seconds() {
    return worked.toNanos() / 1e9;
  }

  double switchesPerSecond() {
    return plan.switches() / seconds();
  }

  /** By the names that programs read. */
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("connector", plan.storage().toString());
    map.put("tenants", plan.tenants());
    map.put("models", plan.models());
    map.put("switches", plan.switches());
    map.put("threads", plan.threads());
    map.put("dataSourcesOpened", registry.dataSourcesOpened());
    map.put("tenantRegistriesPeak", registry.tenantRegistriesPeak());
    map.put("tenantRegistriesEnd", registry.tenantRegistries());
    map.put("leasesEnd", registry.leases());
    map.put("forgotten", registry.forgotten());
    map.put("liveHeapStart", start().liveHeap());
    map.put("liveHeapEnd", end().liveHeap());
    map.put("heapBytesPerSwitch", rounded(heap().perSwitch()));
    map.put("heapBytesPerSwitchError", rounded(heap().error()));
    map.put("metaspaceBytesPerSwitch", rounded(metaspace().perSwitch()));
    map.put("metaspaceBytesPerSwitchError", rounded(metaspace().error()));
    map.put("threadsStart", threadsStart.count());
    map.put("threadsEnd", threadsEnd.count());
    map.put("seconds", rounded(seconds()));
    map.put("switchesPerSecond", rounded(switchesPerSecond()));
    return map;
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
