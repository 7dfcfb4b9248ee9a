package dev.jongleur.cli.soak;

import java.io.PrintWriter;
import java.util.Locale;

/** A report as people read it. */
record SoakTable(SoakReport report) {
  void print(PrintWriter out) {
    SoakPlan plan = report.plan();
    out.printf(
        Locale.ROOT,
        "%n%,d switches among %,d tenants on %s, each with %d models, %d at once: %s%n%n",
        report.switches(),
        plan.tenants(),
        plan.storage(),
        plan.models(),
        plan.threads(),
        plan.manner());
    line(out, "", "start", "end", "per switch, 95 % interval");
    bytes(out, "live heap", report.start().liveHeap(), report.end().liveHeap(), report.heap());
    bytes(
        out, "metaspace", report.start().metaspace(), report.end().metaspace(), report.metaspace());
    line(out, "threads", report.threadsStart().count(), report.threadsEnd().count(), "");
    line(out, "tenant registries", 0, report.registry().tenantRegistries(), "");
    line(out, "leases", 0, report.registry().leases(), "");
    out.printf(
        Locale.ROOT,
        "%n%,d data sources opened, %,d of them forgotten and found,"
            + " at most %,d tenant registries at once%n%.1f s, %,.0f switches/s%n%n",
        report.registry().dataSourcesOpened(),
        report.registry().forgotten(),
        report.registry().tenantRegistriesPeak(),
        report.seconds(),
        report.switchesPerSecond());
    done(out);
  }

  private void done(PrintWriter out) {
    report
        .measured()
        .done()
        .forEach((what, times) -> out.printf(Locale.ROOT, "%-18s %,12d%n", what, times));
    out.println();
  }

  private static void bytes(PrintWriter out, String what, long start, long end, Slope slope) {
    String growth =
        String.format(
            Locale.ROOT, "%.3f bytes, %.3f to %.3f", slope.perSwitch(), slope.low(), slope.high());
    line(out, what, kilobytes(start), kilobytes(end), growth);
  }

  private static String kilobytes(long bytes) {
    return String.format(Locale.ROOT, "%,d kB", bytes / 1000);
  }

  private static void line(PrintWriter out, String what, Object start, Object end, String growth) {
    out.printf(Locale.ROOT, "%-18s %12s %12s %36s%n", what, start, end, growth);
  }
}
