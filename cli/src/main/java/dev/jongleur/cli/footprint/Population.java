package dev.jongleur.cli.footprint;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.cli.measure.MeasuredModels;
import dev.jongleur.connector.Settings;
import java.util.function.Consumer;

/** An application in memory with numbered tenants. */
final class Population implements AutoCloseable {
  private final Jongleur jongleur;
  private final Consumer<Tenant> also;

  /**
   * One without tenants.
   *
   * @param also what else is done with each tenant that is onboarded: nothing but in tests
   */
  Population(int models, Consumer<Tenant> also) {
    this.also = also;
    this.jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(MeasuredModels.blueprint("main", models))
            .build();
  }

  /** A text of its own each time, as requests bring them. */
  static String name(int number) {
    return "tenant-" + (10_000_000 + number);
  }

  Jongleur jongleur() {
    return jongleur;
  }

  /** A tenant that was used and is idle now; it never had a row. */
  void onboard(int number) {
    Tenant tenant = jongleur.onboard(name(number));
    also.accept(tenant);
    var _ = model(tenant).count();
    tenant.fold();
  }

  /** Unfolds a tenant: one model of it is used, and no row stays. */
  void activate(int number) {
    Tenant tenant = jongleur.tenant(name(number));
    Object id = model(tenant).create(MeasuredModels.row(tenant.name(), 1)).id();
    var _ = model(tenant).deleteById(id);
  }

  /** Asks for a model of a tenant, and does nothing with it. */
  void resolve(int number) {
    var _ = model(jongleur.tenant(name(number)));
  }

  void fold(int number) {
    jongleur.tenant(name(number)).fold();
  }

  private static Model model(Tenant tenant) {
    return tenant.model(MeasuredModels.name(0));
  }

  @Override
  public void close() {
    jongleur.close();
  }
}
