package dev.jongleur.cli.soak.load;

import java.util.Locale;

/** How requests come and go. */
public enum Manner {
  /** Each closes its data source. */
  DISCONNECT,
  /** None does. */
  FORGET,
  /** Each closes its predecessor's, after opening its own. */
  OVERLAP,
  /** Tenants of an application come, change and go, beside those who work. */
  CHURN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
