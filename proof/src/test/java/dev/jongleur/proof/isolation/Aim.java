package dev.jongleur.proof.isolation;

import dev.jongleur.Tenant;

/** Whom an act hits. */
@FunctionalInterface
interface Aim {
  /** Always the tenant who is meant. */
  Aim TRUE = (_, meant) -> meant;

  Tenant at(Act act, Tenant meant);
}
