package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.HeapPath;
import java.io.PrintWriter;
import java.util.Locale;

/** A diagnosis as people read it. */
record DoctorTable(Diagnosis diagnosis) {
  private static final int NAME = 40;

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%n%s: %,d objects that can be reached, %s%n%n",
        diagnosis.source(),
        diagnosis.objects(),
        Bytes.text(diagnosis.bytes()));
    line(out, "", "count", "retained", "");
    diagnosis
        .kinds()
        .forEach(kind ->
            line(out, kind.name(), number(kind.count()), Bytes.text(kind.bytes()), kind.note()));
    diagnosis.kinds().stream()
        .filter(kind -> !kind.largest().isEmpty())
        .forEach(kind -> printLargest(out, kind));
    printFindings(out);
  }

  private static void line(
      PrintWriter out, String what, String count, String retained, String note) {
    out.println("%-22s %12s %14s  %s".formatted(what, count, retained, note).stripTrailing());
  }

  private static void printLargest(PrintWriter out, Kind kind) {
    out.println();
    out.println(row(kind.name(), "", "retained", "held by"));
    for (Retained each : kind.largest()) {
      out.println(row(each.name(), each.note(), Bytes.text(each.bytes()), each.holder()));
    }
  }

  private static String row(String name, String note, String retained, String holder) {
    String shown = name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    return "%-40s %-14s %14s  %s".formatted(shown, note, retained, holder).stripTrailing();
  }

  private void printFindings(PrintWriter out) {
    out.println();
    if (diagnosis.isHealthy()) {
      out.println("Nothing looks like a leak.");
    }
    int number = 1;
    for (Finding finding : diagnosis.findings()) {
      print(out, number++, finding);
    }
  }

  private static void print(PrintWriter out, int number, Finding finding) {
    out.printf(
        Locale.ROOT,
        "%d. %s%s%n   held by %s; %s would be free%n",
        number,
        finding.suspicion().told(finding.count()),
        names(finding),
        finding.holder(),
        Bytes.text(finding.retained()));
    printPath(out, finding.path());
    out.printf("   %s%n%n", finding.suspicion().advice());
  }

  private static String names(Finding finding) {
    String told = (finding.names().isEmpty() ? "" : ": ") + String.join(", ", finding.names());
    return finding.names().size() < Examination.NAMES_TOLD ? told : told + ", …";
  }

  private static void printPath(PrintWriter out, HeapPath path) {
    out.println("     from " + path.root() + ":");
    int next = 0;
    for (HeapPath.Place place : path.places()) {
      if (place.before() > next) {
        out.printf(Locale.ROOT, "       … %,d steps …%n", place.before() - next);
      }
      next = place.before() + 1;
      out.println("       " + place.step() + (place.isHolder() ? "   <- the holder" : ""));
    }
    out.println("       " + path.end());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
