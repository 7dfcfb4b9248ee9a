package dev.jongleur.cli.footprint;

import static dev.jongleur.cli.measure.Numbers.put;
import static dev.jongleur.cli.measure.Numbers.rounded;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured. */
record FootprintReport(
    FootprintPlan plan,
    TenantBytes bytes,
    Resolution resolution,
    Defining defining,
    double seconds) {

  /** By the names that programs read. */
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("tenants", plan.tenants());
    map.put("models", plan.models());
    map.put("customised", plan.customisedTenants());
    map.put("bytesPerIdleTenant", rounded(bytes.idle()));
    if (plan.customisedTenants() > 0) {
      map.put("bytesPerCustomisedTenant", rounded(bytes.customised()));
    }
    map.put("bytesPerActiveTenant", rounded(bytes.active()));
    map.put("bytesPerResolvedTenant", rounded(bytes.resolved()));
    put(map, "resolveNanos", resolution.resolve());
    put(map, "mapGetNanos", resolution.mapGet());
    put(map, "resolveToMapGet", resolution.ratio());
    map.put("resolveBytesAllocated", rounded(resolution.bytes().median()));
    map.put("definesPerSecond", definesPerSecond());
    map.put("classesLoadedStart", bytes.start().classes());
    map.put("classesLoaded", bytes.end().classes());
    map.put("threadsStart", bytes.start().threads());
    map.put("threads", bytes.end().threads());
    map.put("maxHeap", Runtime.getRuntime().maxMemory());
    map.put("seconds", rounded(seconds));
    return map;
  }

  private Map<String, Object> definesPerSecond() {
    var map = new LinkedHashMap<String, Object>();
    put(map, "known", defining.known());
    put(map, "new", defining.fresh());
    return map;
  }
}
