package dev.jongleur.cli.footprint;

import dev.jongleur.cli.measure.Spread;
import java.io.PrintWriter;
import java.util.Locale;

/** A report as people read it. */
record FootprintTable(FootprintReport report) {
  void print(PrintWriter out) {
    FootprintPlan plan = report.plan();
    out.printf(
        Locale.ROOT,
        "%n%,d tenants with %d models each, %,d of them customised%n%n",
        plan.tenants(),
        plan.models(),
        plan.customisedTenants());
    bytes(out, "an idle tenant", report.bytes().idle());
    if (plan.customisedTenants() > 0) {
      bytes(out, "a customised tenant", report.bytes().customised());
    }
    bytes(out, "an active tenant", report.bytes().active());
    bytes(out, "a tenant that was resolved", report.bytes().resolved());
    out.println();
    spread(out, "resolving tenant and model", "ns", report.resolution().resolve(), 1);
    spread(out, "ConcurrentHashMap.get", "ns", report.resolution().mapGet(), 1);
    spread(out, "the one by the other", "", report.resolution().ratio(), 2);
    bytes(out, "allocated by resolving", report.resolution().bytes().median());
    out.println();
    spread(out, "known models defined", "/s", report.defining().known(), 0);
    spread(out, "new models defined", "/s", report.defining().fresh(), 0);
    out.println();
    Standing start = report.bytes().start();
    Standing end = report.bytes().end();
    change(out, "classes loaded", start.classes(), end.classes());
    change(out, "threads", start.threads(), end.threads());
    out.printf(Locale.ROOT, "%n%.1f s%n%n", report.seconds());
  }

  private static void bytes(PrintWriter out, String what, double bytes) {
    out.printf(Locale.ROOT, "%-28s %,12.1f bytes%n", what, bytes);
  }

  private static void spread(
      PrintWriter out, String what, String unit, Spread spread, int decimals) {
    String number = "%,." + decimals + "f";
    String line =
        "%-28s " + number.replace("%,", "%,12") + " %-5s  (" + number + " to " + number + ")%n";
    out.printf(Locale.ROOT, line, what, spread.median(), unit, spread.low(), spread.high());
  }

  private static void change(PrintWriter out, String what, int start, int end) {
    out.printf(Locale.ROOT, "%-28s %,12d before, %,d with all tenants%n", what, start, end);
  }
}
