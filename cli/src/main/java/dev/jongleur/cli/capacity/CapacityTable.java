package dev.jongleur.cli.capacity;

import java.io.PrintWriter;
import java.util.Locale;

/** A report as people read it. */
record CapacityTable(String title, CapacityReport report) {
  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%n%s%n%n", title);
    out.printf(
        Locale.ROOT,
        "%-8s %12s %12s %14s %12s%n",
        "tenth",
        report.visits(),
        "a second",
        "cpu for each",
        "live heap");
    for (int i = 0; i < report.tenths().size(); i++) {
      tenth(out, i + 1, report.tenths().get(i));
    }
    out.println();
    line(out, "last tenth to first", String.format(Locale.ROOT, "%.2f", report.lastToFirst()));
    line(out, "most live heap", megabytes(report.peakLiveHeap()));
    line(out, "most after any collection", megabytes(report.peakHeap()));
    line(out, "of a heap of", megabytes(Runtime.getRuntime().maxMemory()));
    budget(out, "databases");
    budget(out, "connections");
    line(out, "errors", String.valueOf(report.errors()));
    out.printf(
        Locale.ROOT,
        "%n%.1f s, of which %.1f s for what had to be there first%n%n",
        report.seconds(),
        report.prepared());
  }

  private static void tenth(PrintWriter out, int number, Tenth tenth) {
    out.printf(
        Locale.ROOT,
        "%-8d %,12d %,12.1f %,11.1f ms %12s%n",
        number,
        tenth.visits(),
        tenth.perSecond(),
        tenth.cpuMillisEach(),
        megabytes(tenth.liveHeap()));
  }

  private void budget(PrintWriter out, String what) {
    if (report.figures().containsKey(what)) {
      String text =
          "%,d of %,d"
              .formatted(report.figures().get(what + "Peak"), report.figures().get(what + "Most"));
      line(out, "most " + what + " open", text);
    }
  }

  private static void line(PrintWriter out, String what, String text) {
    out.printf(Locale.ROOT, "%-28s %14s%n", what, text);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
  }
}
