package dev.jongleur.cli.soak;

import dev.jongleur.RegistryStats;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run measured. */
record SoakReport(
    SoakPlan plan, Measured measured, LiveThreads threadsStart, LiveThreads threadsEnd) {

  Sample start() {
    return measured.before();
  }

  Sample end() {
    return measured.after();
  }

  RegistryStats registry() {
    return measured.registry();
  }

  Slope heap() {
    return Slope.of(measured.stretches().samples(), Sample::liveHeap);
  }

  Slope metaspace() {
    return Slope.of(measured.stretches().samples(), Sample::metaspace);
  }

  long switches() {
    return measured.stretches().switches();
  }

  double seconds() {
    return measured.stretches().worked().toNanos() / 1e9;
  }

  double switchesPerSecond() {
    return switches() / seconds();
  }

  /** By the names that programs read. */
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("connector", plan.storage().toString());
    map.put("manner", plan.manner().toString());
    map.put("tenants", plan.tenants());
    map.put("models", plan.models());
    map.put("switches", switches());
    map.put("threads", plan.threads());
    map.put("dataSourcesOpened", registry().dataSourcesOpened());
    map.put("tenantRegistriesPeak", registry().tenantRegistriesPeak());
    map.put("tenantRegistriesEnd", registry().tenantRegistries());
    map.put("leasesEnd", registry().leases());
    map.put("forgotten", registry().forgotten());
    map.put("liveHeapStart", start().liveHeap());
    map.put("liveHeapEnd", end().liveHeap());
    put(map, "heapBytesPerSwitch", heap());
    put(map, "metaspaceBytesPerSwitch", metaspace());
    map.put("threadsStart", threadsStart.count());
    map.put("threadsEnd", threadsEnd.count());
    if (!measured.done().isEmpty()) {
      map.put("done", measured.done());
    }
    map.put("samples", measured.stretches().samples().stream().map(Sample::toMap).toList());
    map.put("seconds", rounded(seconds()));
    map.put("switchesPerSecond", rounded(switchesPerSecond()));
    return map;
  }

  private static void put(Map<String, Object> map, String name, Slope slope) {
    map.put(name, rounded(slope.perSwitch()));
    map.put(name + "Error", rounded(slope.error()));
    map.put(name + "Low", rounded(slope.low()));
    map.put(name + "High", rounded(slope.high()));
  }

  /** To millionths: of a million switches each counts. */
  private static double rounded(double number) {
    return Math.round(number * 1e6) / 1e6;
  }
}
