package dev.jongleur.cli.footprint;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.cli.measure.MeasuredModels;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.policy.AlertPolicy;
import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.HeapMark;
import java.util.function.Consumer;

/** An application in memory with numbered tenants. */
final class Population implements AutoCloseable {
  /** Tenants are folded when they are to be, and nobody is told how many there are. */
  private static final GovernorPolicy BY_HAND =
      GovernorPolicy.off()
          .withAlerts(new AlertPolicy(Integer.MAX_VALUE, Integer.MAX_VALUE, HeapMark.share(1)));

  private final Jongleur jongleur;
  private final String model;
  private final Consumer<Tenant> also;

  /**
   * One without tenants.
   *
   * @param also what else is done with each tenant that is onboarded: nothing but in tests
   */
  Population(int models, Consumer<Tenant> also) {
    this.model = MeasuredModels.name(models / 2);
    this.also = also;
    this.jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(MeasuredModels.blueprint("main", models))
            .governor(BY_HAND)
            .build();
  }

  /** A text of its own each time, as requests bring them. */
  static String name(int number) {
    return "tenant-" + (10_000_000 + number);
  }

  Jongleur jongleur() {
    return jongleur;
  }

  /** The one that is used: in the middle of those there are. */
  String model() {
    return model;
  }

  /** A tenant that was used and is idle now; it never had a row. */
  void onboard(int number) {
    Tenant tenant = jongleur.onboard(name(number));
    also.accept(tenant);
    var _ = model(tenant).count();
    tenant.fold();
  }

  /**
   * Gives a tenant a property that no other has in one of its models, and lets it be idle: the
   * dearest way to be different, since nothing of it is shared.
   */
  void customise(int number) {
    Tenant tenant = jongleur.tenant(name(number));
    tenant.customize(model, definition -> definition.property("own" + number, ScalarType.STRING));
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

  private Model model(Tenant tenant) {
    return tenant.model(model);
  }

  @Override
  public void close() {
    jongleur.close();
  }
}
