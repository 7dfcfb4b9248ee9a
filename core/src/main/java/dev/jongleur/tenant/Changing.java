package dev.jongleur.tenant;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelChange;
import dev.jongleur.definition.Overlay;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.registry.Registry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Changes what one tenant has of its own, while others and it work. Each change is remembered, and
 * all or nothing; a suspended tenant can be changed too, and shows it when it is resumed.
 */
public final class Changing {
  private final Tenants tenants;
  private final Commons commons;
  private final Registry registry;
  private final TenantLife life;

  Changing(Tenants tenants, Registry registry, TenantLife life) {
    this.tenants = tenants;
    this.commons = tenants.commons();
    this.registry = registry;
    this.life = life;
  }

  /**
   * Changes a model, or adds one on the only data source.
   *
   * @throws dev.jongleur.error.DefinitionException when it cannot be so
   * @throws dev.jongleur.error.LimitException when the tenant has enough models of its own
   */
  public void customize(String model, Consumer<ModelBuilder> content) {
    change(now -> {
      ModelChange own = now.overlay().changes().get(model);
      boolean known =
          own != null && own.isAdded() || commons.structure().definition(model).isPresent();
      String place =
          known
              ? own == null ? "" : own.dataSource()
              : Customizing.onlyOne(commons.dataSources().names(), model);
      return customized(now, model, place, content);
    });
  }

  /** Adds a model on a data source, or changes one of the tenant's own there. */
  public void customize(String model, String dataSource, Consumer<ModelBuilder> content) {
    Structure.checkPlace(model, dataSource, commons.dataSources().names());
    change(now -> customized(now, model, dataSource, content));
  }

  private Standing customized(
      Standing now, String model, String dataSource, Consumer<ModelBuilder> content) {
    int most = commons.limits(now).customModels();
    Overlay next =
        new Customizing(commons.structure(), now.overlay(), most).with(model, dataSource, content);
    return now.with(shared(next, model));
  }

  /** The parts of overlays are shared by content as definitions are. */
  private Overlay shared(Overlay overlay, String model) {
    ModelChange change = Optional.ofNullable(overlay.changes().get(model)).orElseThrow();
    return overlay.with(
        new ModelChange(
            registry.share(change.part()),
            change.without(),
            change.settings(),
            change.dataSource()));
  }

  /**
   * Goes back to the blueprint. Columns and rows stay, and are found again when it is customised so
   * again.
   */
  public void reset() {
    change(now -> now.with(Overlay.NONE));
  }

  /** Goes back to the blueprint for one model. */
  public void reset(String model) {
    change(now -> now.with(now.overlay().without(model)));
  }

  /** The models that are not as in the blueprint, or not in it. */
  public Set<String> customized() {
    return life.standing().overlay().changes().keySet();
  }

  public TenantLimits limits() {
    return commons.limits(life.standing());
  }

  public void limits(TenantLimits own) {
    change(now -> now.with(own));
  }

  public boolean isSuspended() {
    return life.standing().suspended();
  }

  /** Nobody may work for the tenant any more; calls in flight finish. */
  public void suspend() {
    inTurn(now -> now.suspended(true));
    life.fold();
  }

  public void resume() {
    inTurn(now -> now.suspended(false));
  }

  private void inTurn(UnaryOperator<Standing> change) {
    var _ =
        commons
            .turns()
            .during(
                life.id(),
                () -> {
                  tenants.checkKnown(life);
                  Standing next = change.apply(life.standing());
                  if (!next.equals(life.standing())) {
                    life.rest(next);
                  }
                  return next;
                });
  }

  private void change(UnaryOperator<Standing> change) {
    Optional<Unfolded> unfolded = commons.turns().during(life.id(), () -> changed(change));
    unfolded.ifPresent(life::tell);
  }

  /** In its turn. */
  private Optional<Unfolded> changed(UnaryOperator<Standing> change) {
    tenants.checkKnown(life);
    Standing now = life.standing();
    Standing next = change.apply(now);
    return next.equals(now) ? Optional.empty() : become(now, next);
  }

  private Optional<Unfolded> become(Standing now, Standing next) {
    if (next.suspended()) {
      life.rest(next);
      return Optional.empty();
    }
    return Optional.of(
        life.become(next, space -> new Room(commons.structure(), space).make(now, next)));
  }
}
