package dev.jongleur.cli.serve;

import dev.jongleur.cli.serve.Onboarding.Onboarded;
import dev.jongleur.definition.Blueprint.Placed;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What is told when a project is up: where its data is, who is served, what to try first. */
final class Welcome {
  private static final int MOST_TENANTS = 20;

  private final ServedProject served;
  private final String origin;

  Welcome(ServedProject served) {
    this.served = served;
    this.origin = "http://" + host(served.request().address().host()) + ":" + served.port();
  }

  void print(PrintWriter out) {
    out.println("Jongleur serves " + served.project().name());
    line(out, "data", data());
    printTenants(out);
    printRowsLeft(out);
    printModels(out);
    printTrials(out);
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  private String data() {
    return served.isStored()
        ? String.valueOf(served.request().data())
        : "in memory, gone when this ends";
  }

  private void printTenants(PrintWriter out) {
    String label = "tenants";
    List<Onboarded> tenants = served.tenants();
    for (Onboarded tenant : tenants.stream().limit(MOST_TENANTS).toList()) {
      line(out, label, tenant.tenant() + state(tenant));
      label = "";
    }
    if (tenants.size() > MOST_TENANTS) {
      line(out, "", "and " + (tenants.size() - MOST_TENANTS) + " more");
    }
  }

  /** Rows of one owner are not handed to many. */
  private void printRowsLeft(PrintWriter out) {
    boolean areMany = served.tenants().size() > 1;
    if (areMany && !served.project().rows().isEmpty() && areNew()) {
      line(out, "rows", "those in LoopBack's file are nobody's yet: they are read at the first");
      line(out, "", "start of a tenant that is the only one, by --tenant NAME");
    }
  }

  private boolean areNew() {
    return served.tenants().stream().anyMatch(Onboarded::isNew);
  }

  private static String state(Onboarded tenant) {
    String rows =
        tenant.rows().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    String loaded = rows.isEmpty() ? "" : "rows: " + rows;
    String state = tenant.isNew() ? "new" + (rows.isEmpty() ? "" : ", " + loaded) : loaded;
    return state.isEmpty() ? "" : " (" + state + ")";
  }

  private void printModels(PrintWriter out) {
    String label = "models";
    for (String path : served.project().publicModels().values()) {
      line(out, label, url(path));
      label = "";
    }
  }

  private void printTrials(PrintWriter out) {
    served.project().publicModels().entrySet().stream()
        .findFirst()
        .ifPresentOrElse(
            first -> printTrials(out, first.getKey(), url(first.getValue())), () -> {});
  }

  /** Lines to copy: for the first tenant and the first model. */
  private void printTrials(PrintWriter out, String model, String url) {
    String header = served.request().address().tenantHeader();
    String curl = "  curl -H '" + header + ": " + served.tenants().getFirst().tenant() + "' ";
    out.println("Try it:");
    out.println(curl + url);
    out.println(curl + "-H 'Content-Type: application/json' -d '" + example(model) + "' " + url);
    out.println("  curl " + url + "   # names no tenant: refused");
  }

  private String example(String model) {
    Placed placed = served.project().blueprint().models().get(model);
    return placed == null ? "{}" : ExampleRow.of(placed.definition());
  }

  private String url(String path) {
    return origin + served.project().apiRoot() + "/" + path;
  }

  private static void line(PrintWriter out, String label, String text) {
    out.printf("  %-8s %s%n", label, text);
  }

  /** As it stands in a URL; a server that listens everywhere is also here. */
  private static String host(String host) {
    return switch (host) {
      case "0.0.0.0", "::" -> "127.0.0.1";
      case String address when address.contains(":") -> "[" + address + "]";
      default -> host;
    };
  }
}
