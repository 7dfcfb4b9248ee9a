package dev.jongleur;

import dev.jongleur.error.TenantException;
import dev.jongleur.tenant.TenantLife;
import dev.jongleur.tenant.Tenants;
import java.util.concurrent.Callable;

/**
 * One tenant of an application: the only thing that hands out its models (law 1). A cheap handle,
 * thread-safe; holds nothing open.
 */
public final class Tenant {
  private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

  private final Tenants tenants;
  private final TenantLife life;

  Tenant(Tenants tenants, TenantLife life) {
    this.tenants = tenants;
    this.life = life;
  }

  /**
   * The tenant that this thread works for.
   *
   * @throws TenantException when it works for none
   */
  public static Tenant current() {
    return CURRENT.orElseThrow(TenantException::missing);
  }

  public String name() {
    return life.id().name();
  }

  /**
   * A model of this tenant.
   *
   * @throws dev.jongleur.error.DefinitionException when it has none of that name
   */
  public Model model(String name) {
    var _ = life.with(name, model -> model);
    return new Model(new ModelSource.OfTenant(life, name));
  }

  /** Does work with this tenant as the current one. */
  public <T> T call(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** Whether it holds anything now; a folded tenant unfolds at its next call. */
  public boolean isUnfolded() {
    return life.isUnfolded();
  }

  /** Gives back everything that can be rebuilt; waits for calls in flight. */
  public void fold() {
    life.fold();
  }

  /** Every byte back; the data stays, and onboarding finds it again. */
  public void release() {
    tenants.release(life.id());
  }

  /**
   * Removes the tenant with all its data.
   *
   * @param name the tenant's name, to confirm
   * @throws TenantException when the name is another
   */
  public void erase(String name) {
    if (!name.equals(name())) {
      throw TenantException.invalid("to erase \"" + name() + "\" confirm it by its name.");
    }
    tenants.erase(life.id());
  }

  @Override
  public String toString() {
    return name();
  }
}
