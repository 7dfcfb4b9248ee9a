package dev.jongleur.proof.isolation;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.error.JongleurException;

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
      count(Slip.nextDoor(jongleur, meant));
    }
    return meant;
  }

  private static void count(Tenant other) {
    try {
      var _ = other.model(Versions.ORDER).count();
    } catch (JongleurException e) {
      // The count alone matters.
    }
  }
}
