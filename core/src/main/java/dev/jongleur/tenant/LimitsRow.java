package dev.jongleur.tenant;

import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tenant's own limits as plain values, and back; what is not limited is left out. */
final class LimitsRow {
  private LimitsRow() {}

  static Map<String, Object> write(TenantLimits limits) {
    var row = new LinkedHashMap<String, Object>();
    put(row, "operationsPerSecond", limits.operationsPerSecond());
    put(row, "burst", limits.burst());
    put(row, "operationsAtOnce", limits.operationsAtOnce());
    row.put("waiting", limits.waiting());
    row.put("longestWaitMillis", limits.longestWait().toMillis());
    put(row, "rows", limits.rows());
    put(row, "includeDepth", limits.includeDepth());
    put(row, "customModels", limits.customModels());
    if (!limits.queryTime().equals(TenantLimits.FOREVER)) {
      row.put("queryTimeMillis", limits.queryTime().toMillis());
    }
    return row;
  }

  static TenantLimits read(Map<String, @Nullable Object> row) {
    return TenantLimits.NONE
        .withOperationsPerSecond(number(row, "operationsPerSecond"), number(row, "burst"))
        .withOperationsAtOnce(number(row, "operationsAtOnce"))
        .withWaiting(number(row, "waiting"), Duration.ofMillis(number(row, "longestWaitMillis")))
        .withRows(number(row, "rows"))
        .withIncludeDepth(number(row, "includeDepth"))
        .withCustomModels(number(row, "customModels"))
        .withQueryTime(
            row.get("queryTimeMillis") instanceof Number millis
                ? Duration.ofMillis(millis.longValue())
                : TenantLimits.FOREVER);
  }

  private static void put(Map<String, Object> row, String name, int value) {
    if (value != TenantLimits.UNLIMITED) {
      row.put(name, value);
    }
  }

  private static int number(Map<String, @Nullable Object> row, String name) {
    return row.get(name) instanceof Number value ? value.intValue() : TenantLimits.UNLIMITED;
  }
}
