package dev.jongleur.cli.serve;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.error.TenantException;
import dev.jongleur.json.project.KeptRows;
import dev.jongleur.json.project.LoopBackProject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the tenants known that somebody named, beside those that have data already, and fills the
 * new ones with sample data. A tenant is filled once: what its users remove stays removed.
 */
final class Onboarding {
  private static final String NOBODY =
      "There is no tenant to serve, and no default one: name one with --tenant NAME, or list names"
          + " in server/tenants.json of the project.";

  private final Jongleur jongleur;
  private final Fillings fillings;
  private final SampleData samples;
  private final Map<String, Settings> dataSources;

  /** A tenant that is served; with the sample rows of each model that were stored just now. */
  record Onboarded(String tenant, boolean isNew, Map<String, Integer> rows) {}

  Onboarding(
      Jongleur jongleur, Fillings fillings, SampleData samples, Map<String, Settings> dataSources) {
    this.jongleur = jongleur;
    this.fillings = fillings;
    this.samples = samples;
    this.dataSources = dataSources;
  }

  /**
   * Every tenant that is served from now on.
   *
   * @throws WrongRequest when there is none, or a name is none
   */
  List<Onboarded> all(ServeRequest request, LoopBackProject project) {
    fillings.unfinished().forEach(this::startOver);
    Set<String> known = jongleur.tenants();
    var names =
        new LinkedHashSet<>(request.tenants().isEmpty() ? project.tenants() : request.tenants());
    names.addAll(known);
    if (names.isEmpty()) {
      throw new WrongRequest(NOBODY);
    }
    names.forEach(this::check);
    var all = new ArrayList<Onboarded>();
    KeptRows kept = names.size() == 1 ? project.rows() : KeptRows.NONE;
    names.forEach(name -> all.add(known.contains(name) ? again(name) : anew(name, kept)));
    return all;
  }

  private void check(String name) {
    try {
      var _ = jongleur.tenant(name);
    } catch (TenantException e) {
      if (!e.code().equals("TENANT_UNKNOWN")) {
        throw new WrongRequest("\"" + name + "\": " + e.getMessage());
      }
    }
  }

  /** Its filling was cut short, before anybody was served: nothing in it is anybody's. */
  private void startOver(String name) {
    if (jongleur.tenants().contains(name)) {
      jongleur.tenant(name).erase(name);
    }
    fillings.finish(name);
  }

  /** LoopBack's own rows are one tenant's: they are for it if it is the only one. */
  private Onboarded anew(String name, KeptRows kept) {
    fillings.begin(name);
    Tenant tenant = jongleur.onboard(name);
    var rows = new LinkedHashMap<>(samples.load(tenant, model -> true));
    kept.storeFor(tenant).forEach((model, count) -> rows.merge(model, count, Integer::sum));
    fillings.finish(name);
    return new Onboarded(name, true, rows);
  }

  /** What was in memory is gone, and begins anew. */
  private Onboarded again(String name) {
    boolean forgets = dataSources.values().stream().anyMatch(Onboarding::isInMemory);
    Map<String, Integer> rows =
        forgets ? samples.load(jongleur.tenant(name), this::isForgotten) : new LinkedHashMap<>();
    return new Onboarded(name, false, rows);
  }

  private boolean isForgotten(String model) {
    Placed placed = jongleur.blueprint().models().get(model);
    Settings settings = placed == null ? null : dataSources.get(placed.dataSource());
    return settings != null && isInMemory(settings);
  }

  private static boolean isInMemory(Settings settings) {
    return settings.connector().equals("memory") && settings.text("directory").isEmpty();
  }
}
