package dev.jongleur.proof.isolation;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.error.JongleurException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;

/** Every few calls, one takes a seat and a turn of the tenant next door too; no row is touched. */
final class Miscount implements Aim {
  private static final int SELDOM = 3;

  private final Jongleur jongleur;
  private int calls;

  Miscount(Jongleur jongleur) {
    this.jongleur = jongleur;
  }

  @Override
  public Tenant at(Act act, Tenant meant) {
    if (act == Act.MODEL && ++calls % SELDOM == 0) {
      count(meant);
    }
    return meant;
  }

  private void count(Tenant meant) {
    try {
      Tenant other = Slip.nextDoor(jongleur, meant);
      if (other.isUnfolded()) {
        var _ = other.model(Versions.ORDER).find(Filter.all(), Options.of("notify", false));
      }
    } catch (JongleurException e) {
      // Refused, or gone meanwhile: the next one counts.
    }
  }
}
