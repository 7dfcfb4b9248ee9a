package dev.jongleur.tenant;

import dev.jongleur.definition.Overlay;
import dev.jongleur.policy.TenantLimits;
import java.util.Optional;

/**
 * What is to be remembered of a tenant, also when it is folded or the program ends. Immutable.
 *
 * @param overlay its difference from the blueprint
 * @param suspended whether nobody may work for it
 * @param limits its own; empty: the application's
 */
record Standing(Overlay overlay, boolean suspended, Optional<TenantLimits> limits) {
  /** Of a tenant that is as any other. */
  static final Standing PLAIN = new Standing(Overlay.NONE, false, Optional.empty());

  Standing with(Overlay other) {
    return new Standing(other, suspended, limits);
  }

  Standing suspended(boolean whether) {
    return new Standing(overlay, whether, limits);
  }

  Standing with(TenantLimits own) {
    return new Standing(overlay, suspended, Optional.of(own));
  }
}
