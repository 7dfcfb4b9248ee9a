package dev.jongleur.cli.soak;

import dev.jongleur.cli.soak.load.Manner;
import picocli.CommandLine.Option;

/** At most one of them is given. */
final class MannerOptions {
  @Option(names = "--forget", description = "Nobody disconnects.")
  private boolean forget;

  @Option(names = "--overlap", description = "Requests of a tenant overlap.")
  private boolean overlap;

  @Option(names = "--churn", description = "Tenants come, change and go while others work.")
  private boolean churn;

  MannerOptions() {}

  Manner chosen() {
    if (forget) {
      return Manner.FORGET;
    }
    if (overlap) {
      return Manner.OVERLAP;
    }
    return churn ? Manner.CHURN : Manner.DISCONNECT;
  }
}
