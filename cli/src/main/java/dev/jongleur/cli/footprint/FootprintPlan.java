package dev.jongleur.cli.footprint;

/**
 * What is measured.
 *
 * @param tenants how many are onboarded
 * @param models in the blueprint of all
 * @param customised the part of the tenants that have something of their own, from 0 to 1
 * @param lookups how many one round makes
 * @param rounds how many count; as many go before
 */
record FootprintPlan(int tenants, int models, double customised, int lookups, int rounds) {
  private static final int ENOUGH_LOOKUPS = 100_000;
  private static final int ROUNDS = 15;
  private static final int MOST_ACTIVE = 10_000;

  /** The plan of the command: every tenant is looked up in each round, few of them often. */
  static FootprintPlan of(int tenants, int models, double customised) {
    return new FootprintPlan(
        tenants, models, customised, Math.max(tenants, ENOUGH_LOOKUPS), ROUNDS);
  }

  /** How many tenants are customised: at least one of them, unless it should be none. */
  int customisedTenants() {
    return customised == 0 ? 0 : Math.max(1, (int) Math.round(tenants * customised));
  }

  /** How many tenants are unfolded at once, to see what one of them takes. */
  int activeTenants() {
    return Math.min(tenants, MOST_ACTIVE);
  }
}
