package dev.jongleur.proof.isolation;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import java.util.Set;
import java.util.TreeSet;

/** Every few times, an act of one kind hits the tenant next door. Belongs to one thread. */
final class Slip implements Aim {
  private static final int SELDOM = 3;

  private final Jongleur jongleur;
  private final Act slipping;
  private int acts;

  Slip(Jongleur jongleur, Act slipping) {
    this.jongleur = jongleur;
    this.slipping = slipping;
  }

  @Override
  public Tenant at(Act act, Tenant meant) {
    boolean slips = act == slipping && ++acts % SELDOM == 0;
    return slips ? nextDoor(jongleur, meant) : meant;
  }

  /** Another tenant that there is. */
  static Tenant nextDoor(Jongleur jongleur, Tenant meant) {
    Set<String> others = new TreeSet<>(jongleur.tenants());
    others.remove(meant.name());
    return others.isEmpty() ? meant : jongleur.tenant(others.iterator().next());
  }
}
